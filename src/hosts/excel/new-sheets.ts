import type { WriteSheet } from "../../core/changes.ts";
import { Refusal } from "../../core/refusal.ts";
import type { Watch } from "../../core/workbook.ts";
import { failureOf } from "./errors.ts";
import type { Session } from "./session.ts";
import { queueRemoval, queueSheet, queueStep, type NewSheet } from "./sheet-signs.ts";
import { freeSign, sealName, unfinished } from "../../core/sheet-signs.ts";
import { readSigns, type ListedSheet, type SignTable } from "./signs.ts";

/** A sheet that a plan has begun to make. */
export interface Made extends NewSheet {
  readonly change: WriteSheet;
  /** Undefined until Excel said that it is there. */
  id: string | undefined;
}

/** How often a step is tried that must not be left half done. */
export const stepTries = 3;

/** The sheets that a plan makes, until they have their places: they can all be taken away again. */
export class NewSheets {
  readonly made: Made[] = [];

  constructor(private readonly session: Session) {}

  /** Adds an empty sheet with its sign, under a name that nobody would choose. @returns its id and the sheets that then stand there. */
  async add(change: WriteSheet, watch: Watch | undefined): Promise<{ readonly id: string; readonly sheets: readonly ListedSheet[] }> {
    const { sheets, names } = await readSigns(this.session, watch);
    const made: Made = { change, id: undefined, name: `Tenken ${crypto.randomUUID().slice(0, 8)}`, sign: freeSign(change.plan.own, names) };
    this.made.push(made);
    const queue = (context: Excel.RequestContext) => queueSheet(context, made, this.#position(change, sheets));
    const added = await this.session.exchange(queue, { writes: true, watch });
    made.id = added.id;
    return added;
  }

  /**
   * Takes them away after a failure.
   * @throws {Refusal} the failure; interrupted, naming the sheets that could not be taken away. The next plan finds them by their signs.
   */
  async takeAway(error: unknown): Promise<never> {
    for (let left = stepTries; left > 0; left--) {
      const isGone = await this.#takeAwayOnce().then(
        () => true,
        () => false,
      );
      if (isGone) throw error;
    }
    await this.#unseal().catch(() => undefined);
    throw new Refusal("interrupted", [failureOf(error)?.message ?? String(error), ...this.made.map(({ name }) => name)].join(", "));
  }

  /** Takes away sheets, by their ids, and those signs and seals that are among the names. */
  async remove(ids: readonly string[], signs: readonly string[], { names }: SignTable): Promise<void> {
    const known = signs.flatMap((sign) => [sign, sealName(sign)]).filter((name) => names.has(name));
    await this.#write((context) => queueRemoval(context, ids, known));
  }

  /** The index to stand at: behind the sheet that it takes the place of, else behind `after` and those of this plan that stand there. Undefined for the end. */
  #position({ replaces, after }: WriteSheet, sheets: readonly ListedSheet[]): number | undefined {
    const sameAnchor = this.made.filter(({ id, change }) => id !== undefined && change.replaces === undefined && change.after === after);
    const anchor = replaces ?? sameAnchor.at(-1)?.id ?? after;
    const index = sheets.findIndex(({ id }) => id === anchor);
    return index < 0 ? undefined : index + 1;
  }

  async #takeAwayOnce(): Promise<void> {
    const now = await readSigns(this.session, undefined);
    const signs = this.made.map(({ sign }) => sign);
    const ids = new Set([...this.made.map(({ id }) => id), ...now.signs.filter(({ name }) => signs.includes(name)).map(({ sheet }) => sheet?.id)]);
    // By its name alone is known a sheet that Excel added without its sign: the request broke off between the two.
    const left = now.sheets.filter((sheet) => ids.has(sheet.id) || this.made.some(({ name }) => name === sheet.name));
    const hasNames = signs.some((sign) => now.names.has(sign) || now.names.has(sealName(sign)));
    if (left.length > 0 || hasNames) await this.remove(left.map(({ id }) => id), signs, now);
  }

  /** What could not be taken away is no sheet of ours yet, even where the last step had sealed it. */
  async #unseal(): Promise<void> {
    const { signs } = await readSigns(this.session, undefined);
    const sealed = signs.filter(({ name, isUnfinished }) => !isUnfinished && this.made.some(({ sign }) => sign === name));
    const seals = sealed.map(({ name }) => ({ sign: name, seal: unfinished }));
    await this.#write((context) => queueStep(context, { made: [], seals, going: [], names: [], renamed: [] }));
  }

  async #write(queue: (context: Excel.RequestContext) => void): Promise<void> {
    await this.session.exchange(
      (context) => {
        queue(context);
        return () => undefined;
      },
      { writes: true },
    );
  }
}
