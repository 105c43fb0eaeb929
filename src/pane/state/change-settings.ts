import type { Form } from "../../core/form/schema.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Keeper } from "./document-settings.ts";
import type { SessionState } from "./state.ts";

/** What changing settings asks of the session. */
interface Settled {
  readonly keeper: Keeper;
  get(): SessionState;
  check(sheetId: string): Promise<unknown>;
  /** Forgets what was found in sheets that are to be checked otherwise. @returns those whose check is running by what held before */
  outdate(isOf: (sheetId: string) => boolean): readonly string[];
}

/**
 * Changes how the sheets of a document are checked. Where that is otherwise than before, the sheet in front is checked anew,
 * and the others of its document when they come to the front.
 */
export class Settler {
  constructor(private readonly session: Settled) {}

  /** Changes the settings of a sheet's document. */
  async settle(settings: Settings, sheetId: string | undefined): Promise<void> {
    const { keeper } = this.session;
    const before = keeper.formOf(sheetId);
    const keeping = keeper.keepSettings(settings, sheetId);
    await this.#checkOtherwise(sheetId, before);
    await keeping;
  }

  /** Reads the settings of a sheet's document anew, after they were changed back in it. */
  async resettle(sheetId: string): Promise<void> {
    const { keeper } = this.session;
    const before = keeper.formOf(sheetId);
    await keeper.rereadSettings(sheetId);
    await this.#checkOtherwise(sheetId, before);
  }

  async #checkOtherwise(sheetId: string | undefined, before: Form): Promise<void> {
    const { session } = this;
    const form = session.keeper.formOf(sheetId);
    if (form === before || JSON.stringify(form) === JSON.stringify(before)) return;
    const isOf = (id: string) => session.keeper.areTogether(id, sheetId);
    const running = session.outdate(isOf);
    const front = session.get().sheet?.id;
    for (const id of running) if (id !== front) void session.check(id);
    if (front !== undefined && isOf(front)) await session.check(front);
  }
}
