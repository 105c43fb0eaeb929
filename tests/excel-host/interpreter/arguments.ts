import { ExcelError } from "../model/refusal.ts";
import type { HostObject } from "./host-object.ts";

/** An argument that is an object of the API. */
export class ObjectArgument {
  constructor(readonly object: HostObject | null) {}
}

/** The arguments of one call. Wrong or unknown ones are refused. */
export class Arguments {
  constructor(private readonly given: readonly unknown[]) {}

  /** @throws {ExcelError} if there are more than the method takes */
  atMost(count: number): this {
    if (this.given.slice(count).some((value) => value !== null && value !== undefined)) throw wrong(`at most ${count} arguments`);
    return this;
  }

  text(index: number): string {
    const value = this.optional(index);
    if (typeof value !== "string") throw wrong(`argument ${index} must be a text`);
    return value;
  }

  optionalText(index: number): string | undefined {
    return this.optional(index) === undefined ? undefined : this.text(index);
  }

  integer(index: number): number {
    const value = this.optional(index);
    if (typeof value !== "number" || !Number.isInteger(value)) throw wrong(`argument ${index} must be a whole number`);
    return value;
  }

  flag(index: number): boolean {
    const value = this.optional(index) ?? false;
    if (typeof value !== "boolean") throw wrong(`argument ${index} must be true or false`);
    return value;
  }

  object(index: number): HostObject {
    const value = this.optional(index);
    if (!(value instanceof ObjectArgument) || value.object === null) throw wrong(`argument ${index} must be an object that exists`);
    return value.object;
  }

  optional(index: number): unknown {
    return this.given[index] ?? undefined;
  }
}

export function wrong(message: string): ExcelError {
  return new ExcelError("InvalidArgument", message);
}
