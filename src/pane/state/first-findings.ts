import type { Finding } from "../../core/model/finding.ts";
import { progressOf, type Progress } from "../../core/progress/progress.ts";
import { snapshotOf, type Snapshot } from "../../core/progress/snapshot.ts";

/** What was found first, by the sheet under which an evaluation is kept: a check leaves no trace, so it is kept here alone. */
export class FirstFindings {
  readonly #first = new Map<string, Snapshot>();

  /** Compares a check with the first one, or with the last one of an earlier session. */
  follow(home: string, findings: readonly Finding[], before: Snapshot | null): Progress {
    const first = this.#first.get(home) ?? before ?? snapshotOf(findings);
    this.#first.set(home, first);
    return progressOf(first, findings);
  }

  forget(isOf: (sheetId: string) => boolean): void {
    for (const id of [...this.#first.keys()].filter(isOf)) this.#first.delete(id);
  }
}
