import { quoted } from "./address.ts";
import { ownSheets, type OwnSheet } from "./sheet-plan.ts";

/** Our tag on a sheet: a hidden defined name that refers to its first cell. Several tags of a kind are numbered from 2. */
export interface SheetTag {
  readonly own: OwnSheet;
  readonly number: number;
}

/** The fingerprint of an unfinished sheet. Anyone who has the file can write it, so it only marks incomplete sheets and never permits deletion. */
export const unfinished = "unfinished";

/** A name for a sheet in the making, which nobody would choose. */
export function passingName(): string {
  return `Tenken ${crypto.randomUUID().slice(0, 8)}`;
}

/** True for the name of a sheet in the making. */
export function isPassingName(name: string): boolean {
  return /^Tenken [0-9a-f]{8}$/.test(name);
}

/** The defined name of a tag: `_tenken_totals`, `_tenken_totals_2`. */
export function tagName({ own, number }: SheetTag): string {
  return `_tenken_${own}${number === 1 ? "" : `_${number}`}`;
}

/** The defined name that holds the fingerprint, beside the tag. */
export function fingerprintName(tag: string): string {
  return `${tag}_seal`;
}

/** The tag that a defined name is; undefined for any other name. */
export function readTag(name: string): SheetTag | undefined {
  const [, kind, number = "1"] = /^_tenken_([a-z]+)(?:_([1-9]\d*))?$/i.exec(name) ?? [];
  const own = ownSheets.find((each) => each === kind?.toLowerCase());
  return own === undefined ? undefined : { own, number: Number(number) };
}

/** The formula of a text. A literal in it holds 255 characters at most. */
export function textConstant(text: string): string {
  const pieces = text.match(/[^]{1,200}/g) ?? [""];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&");
}

/** The text of a formula that is only a text; undefined for any other. */
export function constantText(formula: string): string | undefined {
  if (!/^"(?:[^"]|"")*"(?:\s*&\s*"(?:[^"]|"")*")*$/.test(formula)) return undefined;
  return [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, piece = ""]) => piece.replaceAll('""', '"')).join("");
}

/** The sheet of a formula that refers to a single cell, also in R1C1 as Excel may tell it (OfficeDev/office-js#1831); undefined for any other formula. */
export function sheetOf(formula: string): string | undefined {
  const [, inQuotes, plain] = /^(?:'((?:[^']|'')+)'|([^'#!"]+))!(?:\$?[A-Z]+\$?\d+|R\d+C\d+)$/.exec(formula) ?? [];
  return inQuotes?.replaceAll("''", "'") ?? plain;
}

/** The address of a cell in any sheet: 'Mayor''s'!A1. */
export function reference(sheet: string, cell: string): string {
  return `${quoted(sheet)}!${cell}`;
}

/** The first tag of a kind that is not a defined name yet. */
export function freeTag(own: OwnSheet, names: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const tag = tagName({ own, number });
    if (!names.has(tag)) return tag;
  }
}

/** Name of a chart that we make, numbered from 1. Charts of other names belong to the user. */
export function chartName(number: number): string {
  return `tenken ${number}`;
}

/** True for the name of one of our charts. */
export function isChartName(name: string): boolean {
  return /^tenken \d+$/.test(name);
}

/** The defined name by which a sheet of the user is found again for which the document keeps something; it refers to the sheet's first cell. */
export function sheetSign(key: string): string {
  return `_tenken_sheet_${key.replaceAll(/[^\dA-Za-z]/g, "")}`;
}

/** True for a name that `sheetSign` makes. */
export function isSheetSign(name: string): boolean {
  return /^_tenken_sheet_[\dA-Za-z]{1,100}$/.test(name);
}

/** The sheet that a sign's formula names, also where its first cell was deleted; undefined where the sheet itself is gone. */
export function signedSheet(formula: string): string | undefined {
  return sheetOf(formula.replace(/!#REF!$/, "!$A$1"));
}
