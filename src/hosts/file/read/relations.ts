import type { Watch } from "../../../core/model/ports.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import type { PartSource } from "../zip/package.ts";
import { readTree } from "../xml/tree.ts";

/** A relation from one part to another (ECMA-376 part 2, 6.5). */
export interface Relation {
  readonly id: string;
  /** The last word of the type, such as "worksheet", which is the same in transitional and strict files. */
  readonly kind: string;
  /** The target's name in the package; undefined if it is outside or missing. */
  readonly part: string | undefined;
}

/** The relations of a part, "" for the package itself; none if it has no relation part. @throws {Refusal} damaged, too-large */
export async function readRelations(pack: PartSource, part: string, watch?: Watch): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf("/") + 1;
  const name = pack.find(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  if (name === undefined) return [];
  const tree = await readTree(name, pack.stream(name, signalOf(watch)));
  refuseAbove(tree.children.length, limits.relations, `${name}: relations`);
  return tree.children.map(({ attributes }) => {
    const type = attributes.get("Type") ?? "";
    const isOutside = attributes.get("TargetMode") === "External";
    return {
      id: attributes.get("Id") ?? "",
      kind: type.slice(type.lastIndexOf("/") + 1),
      part: isOutside ? undefined : findTarget(pack, part.slice(0, slash), attributes.get("Target") ?? ""),
    };
  });
}

/** The parts of a kind that relations lead to, each once. */
export function partsOf(relations: readonly Relation[], kind: string): ReadonlySet<string> {
  return new Set(relations.flatMap((relation) => (relation.kind === kind && relation.part !== undefined ? [relation.part] : [])));
}

/** The same watch without progress, since small parts are read before the counted work. */
export function signalOf(watch: Watch | undefined): Watch {
  return watch?.signal === undefined ? {} : { signal: watch.signal };
}

/** Targets should be relative to the part's folder, but some programs write them from the root, with or without "/". */
function findTarget(pack: PartSource, folder: string, target: string): string | undefined {
  const path = decoded(target.replaceAll("\\", "/"));
  const relative = pack.find(withoutDots(folder + path));
  return path.startsWith("/") ? pack.find(withoutDots(path)) ?? relative : relative ?? pack.find(withoutDots(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function withoutDots(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
