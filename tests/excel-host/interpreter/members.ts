import { ExcelError } from "../model/refusal.ts";
import type { HostObject } from "./host-object.ts";
import type { Log } from "./log.ts";

/** Finds members of objects. Members outside the offered requirement set, or unknown to the stand-in, are refused. */
export class Members {
  constructor(
    /** The x of ExcelApi 1.x. */
    private readonly offered: number,
    private readonly log: Log,
    /** The code with which a member is made to fail. */
    private readonly failing: (member: string) => string | undefined,
  ) {}

  /** @throws {ExcelError} ApiNotFound. It is also a violation, since an add-in must check for a member before using it. */
  get<M extends { readonly since?: number }>(object: HostObject, members: Readonly<Record<string, M>> | undefined, name: string): M {
    const member = members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;
    if (member === undefined) throw this.unknown(object, name);
    if (!this.offers(member)) {
      this.log.violation("above-requirement-set", `${object.type}.${name}`);
      throw new ExcelError("ApiNotFound", `${object.type}.${name} is not in the requirement set of this host`);
    }
    const code = this.failing(`${object.type}.${name}`);
    if (code !== undefined) throw new ExcelError(code, `${object.type}.${name} was made to fail by the test`);
    return member;
  }

  offers(member: { readonly since?: number }): boolean {
    return (member.since ?? 1) <= this.offered;
  }

  unknown(object: HostObject, name: string): ExcelError {
    this.log.violation("unknown-member", `${object.type}.${name}`);
    return new ExcelError("ApiNotFound", `the stand-in does not know ${object.type}.${name}`);
  }
}
