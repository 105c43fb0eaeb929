import type { Arguments } from "../arguments.ts";
import type { Context, EventName } from "../context.ts";
import type { Call } from "../host-object.ts";

/** The calls by which a client registers for events of one sheet, or of all sheets with the target "Workbook". */
export function registrations(context: Context, target: string, since: Readonly<Partial<Record<EventName, number>>>): Record<string, Call> {
  const calls: Record<string, Call> = {};
  for (const [name, version] of Object.entries(since)) {
    const key = `${name} ${target}`;
    calls[`_Register${name}Event`] = { since: version, run: (args) => done(args.atMost(0), () => context.registered.add(key)) };
    calls[`_Unregister${name}Event`] = { since: version, run: (args) => done(args.atMost(0), () => context.registered.delete(key)) };
  }
  return calls;
}

/** Does the work of a call without a return value. Its arguments were already checked. */
export function done(_args: Arguments, work?: () => void): null {
  work?.();
  return null;
}
