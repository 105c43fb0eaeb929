import type { Tracked } from "../model/sheet.ts";
import type { Arguments } from "./arguments.ts";
import type { Json } from "./wire.ts";

/** Belongs to ExcelApi 1.1 unless `since` names a later 1.x. */
interface Member {
  readonly since?: number;
}

/** A property with a plain value. */
export interface Scalar extends Member {
  readonly read?: () => Json;
  readonly write?: (value: unknown) => void;
}

/** A property that leads to another object; null is a null object. */
export interface Link extends Member {
  readonly open: () => HostObject | null;
}

/** A method that leads to another object. */
export interface Finder extends Member {
  /** True if it changes the workbook. */
  readonly writes?: boolean;
  readonly find: (args: Arguments) => HostObject | null;
}

/** A method that returns a plain value or nothing. */
export interface Call extends Member {
  readonly writes?: boolean;
  readonly run: (args: Arguments) => Json;
}

/** An object of the Excel API with exactly the members that the stand-in knows, under their names on the wire. */
export interface HostObject {
  readonly type: string;
  /** How the client finds an object of a collection again. */
  readonly id?: { readonly name: "Id" | "_Id"; readonly value: string };
  /** The blocks of a Range or RangeAreas, which the client may keep by reference. */
  readonly tracked?: Tracked;
  readonly scalars?: Readonly<Record<string, Scalar>>;
  readonly links?: Readonly<Record<string, Link>>;
  readonly finders?: Readonly<Record<string, Finder>>;
  readonly calls?: Readonly<Record<string, Call>>;
  /** The items of a collection. */
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: unknown) => HostObject;
}
