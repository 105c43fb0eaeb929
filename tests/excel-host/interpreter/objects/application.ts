import { isoSerial } from "../../../../src/hosts/file/read/serial-date.ts";
import type { Book } from "../../model/book.ts";
import { wrong, type Arguments } from "../arguments.ts";
import type { Context } from "../context.ts";
import type { HostObject } from "../host-object.ts";
import { done } from "./registrations.ts";

export function application({ book }: Context): HostObject {
  return {
    type: "Application",
    scalars: {
      CalculationMode: {
        read: () => book.calculationMode,
        write: (value) => {
          if (value !== "Automatic" && value !== "AutomaticExceptTables" && value !== "Manual") throw wrong("no calculation mode");
          book.calculationMode = value;
        },
      },
    },
    calls: {
      SuspendApiCalculationUntilNextSync: { since: 6, run: (args) => done(args.atMost(0)) },
      SuspendScreenUpdatingUntilNextSync: { since: 9, run: (args) => done(args.atMost(0)) },
    },
  };
}

/** Worksheet functions. Only one is known; it tells the date system. */
export function functions({ book }: Context): HostObject {
  return {
    type: "Functions",
    finders: { Date: { find: (args) => functionResult(serialOf(args.atMost(3), book)) } },
  };
}

function serialOf(args: Arguments, book: Book): number {
  const date = new Date(Date.UTC(args.integer(0), args.integer(1) - 1, args.integer(2)));
  return isoSerial(date.toISOString().slice(0, 10), book.date1904);
}

function functionResult(value: number): HostObject {
  return { type: "FunctionResult", scalars: { Value: { read: () => value }, Error: { read: () => null } } };
}

export function workbookProtection({ book }: Context): HostObject {
  return { type: "WorkbookProtection", scalars: { Protected: { read: () => book.structureProtected } } };
}
