import { Refusal } from "../model/refusal.ts";
import { parsed } from "./kept-lists.ts";
import { journalName, marksName } from "./kept-name.ts";

/** The latest version of each kept text that is known here; 1 of those that are not named, 0 of one that has none yet. */
const latest: ReadonlyMap<string, number> = new Map([[journalName, 2], [marksName, 0]]);

/** True for a kept text of a later version of this program. */
export function isNewer(name: string, text: string | undefined): boolean {
  const read = text === undefined ? undefined : parsed(text);
  if (typeof read !== "object" || read === null || !("version" in read) || typeof read.version !== "number") return false;
  return read.version > (latest.get(name) ?? 1);
}

/** Refuses such a text, which would be read as none and be lost with the next that is kept. @throws {Refusal} kept-newer */
export function refuseNewer(name: string, text: string | undefined): void {
  if (isNewer(name, text)) throw new Refusal("kept-newer");
}
