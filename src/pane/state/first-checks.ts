import type { Finding } from "../../core/model/finding.ts";
import { progressOf, type Progress } from "../../core/progress/progress.ts";
import { snapshotOf, type Snapshot } from "../../core/progress/snapshot.ts";

/** The first check of each sheet, for comparison with later ones. A check leaves no trace, so they are only kept here. */
export class FirstChecks {
  readonly #first = new Map<string, () => Snapshot>();

  /**
   * The changes of the findings since the sheet's first check, or since `earlier`, the findings of a former session;
   * undefined for the very first check.
   */
  compare(sheetId: string, findings: readonly Finding[], earlier: Snapshot | null): Progress | undefined {
    const first = this.#first.get(sheetId) ?? (earlier && (() => earlier));
    this.#first.set(sheetId, first ?? whenAsked(() => snapshotOf(findings)));
    return first ? progressOf(first(), findings) : undefined;
  }

  forget(isOf: (sheetId: string) => boolean): void {
    for (const id of [...this.#first.keys()].filter(isOf)) this.#first.delete(id);
  }
}

/** Made once, and only when compared, since thousands of findings would delay their first view. */
function whenAsked(make: () => Snapshot): () => Snapshot {
  let made: Snapshot | undefined;
  return () => (made ??= make());
}
