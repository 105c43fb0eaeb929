import type { KnownForm } from "../../core/form/known.ts";
import type { Session } from "./session.ts";

/** Makes the form of the active sheet its document's own; where that fails, a notice says why. */
export async function keepForm(session: Session, known: KnownForm): Promise<void> {
  await session.changeForm(known).catch((error: unknown) => session.documentSettings.refuse(error));
}
