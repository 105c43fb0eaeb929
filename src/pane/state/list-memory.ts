import { a1 } from "../../core/model/address.ts";
import type { Finding } from "../../core/model/finding.ts";
import { person } from "./person.ts";
import { Store } from "./store.ts";

/** What the user did in the list of findings and finds there again, however it is filtered and whatever check it shows. */
export interface ListState {
  /** What is being typed for leaving a finding as it is, and which one that is. */
  readonly leaving: ({ readonly finding: string } & Typed) | undefined;
  /** The rules whose groups are folded. */
  readonly folded: ReadonlySet<string>;
}

/** Why a finding is left as it is, and who says so. */
export interface Typed {
  readonly reason: string;
  readonly by: string;
}

/** Keeps what the user did in the list of findings. One for each window. */
export class ListMemory extends Store<ListState> {
  constructor() {
    super({ leaving: undefined, folded: new Set() });
  }

  /** Asks for the reason and the name, or keeps what is typed of them. @param sheetId of the check that has the finding */
  leave(sheetId: string, finding: Finding, typed: Typed = { reason: "", by: person() }): void {
    this.set({ leaving: { finding: findingKey(sheetId, finding), ...typed } });
  }

  fold(rule: string, isFolded: boolean): void {
    const { folded } = this.get();
    if (folded.has(rule) !== isFolded) this.set({ folded: new Set(isFolded ? [...folded, rule] : [...folded].filter((other) => other !== rule)) });
  }

  stay(): void {
    this.set({ leaving: undefined });
  }
}

/** Tells a finding from all others, also of other sheets, and knows it again in a later check. @param sheetId of the check that has it */
export function findingKey(sheetId: string, { rule, message, at }: Finding): string {
  return `${sheetId} ${rule} ${message} ${a1(at)}`;
}
