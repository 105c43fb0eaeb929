import { basename } from "node:path";
import type { SplitFindings } from "../core/acceptance/acceptance.ts";
import { acceptancesName } from "../core/acceptance/kept-name.ts";
import type { FormAnswers, FormChoice, ReadBy } from "../core/form/known.ts";
import { inspectBook, inspectBookFully, type FullInspection, type Inspection } from "../core/inspect.ts";
import type { Grid, SheetInfo } from "../core/model/grid.ts";
import { refusalIn } from "../core/model/internal.ts";
import { Refusal } from "../core/model/refusal.ts";
import { hasOwnTitle } from "../core/summary/own-title.ts";
import { officeFacts, type ReadOffice } from "../core/summary/offices.ts";
import { broughtBy, type Brought } from "../core/settings/brought.ts";
import type { KeptSettings } from "../core/settings/keep.ts";
import { settingsName } from "../core/settings/kept-name.ts";
import { readBy } from "../core/settings/settings.ts";
import { inflateInNode } from "../hosts/file/inflate-node.ts";
import { openFile, type FileWorkbook } from "../hosts/file/open.ts";
import { readBytes } from "./read-bytes.ts";

/** A checked sheet. Its findings are those not accepted. */
export interface ReportedSheet extends Inspection, Pick<ReadOffice, "sections" | "items"> {
  readonly accepted: SplitFindings["accepted"];
}

/** A sheet that could not be read, in a workbook with others that could. */
export interface BrokenSheet {
  readonly sheet: SheetInfo;
  readonly refusal: Refusal;
}

/** How files are checked. */
export interface CheckedBy {
  readonly forms: FormChoice;
  /** True where the settings and the form that a document keeps decide its check. */
  readonly useOwn: boolean;
  /** Finds what a summary and replies need besides, too. */
  readonly withFacts?: boolean;
}

/** The sheets of a workbook: evaluations and broken ones, without the others. */
export interface CheckedBook {
  readonly inspections: readonly ReportedSheet[];
  readonly broken: readonly BrokenSheet[];
  /** The document's own settings for its check; `isUsed` is false if the check was made without them. */
  readonly brought: { readonly own: Brought; readonly isUsed: boolean } | undefined;
}

/** The result of a file: its evaluation sheets, or why it could not be checked. */
export interface CheckedFile extends CheckedBook {
  /** As given on the command line. */
  readonly path: string;
  readonly refusal: Refusal | null;
  readonly macros: boolean;
}

/** Checks a file. A refusal becomes part of the result, so that one unreadable file does not stop the others. */
export async function checkFile(path: string, by: CheckedBy): Promise<CheckedFile> {
  try {
    const book = await openFile(basename(path), await readBytes(path), { inflate: inflateInNode });
    return { path, ...(await checkBook(book, by)), refusal: null, macros: book.notes.includes("macros") };
  } catch (error) {
    return { path, ...unchecked, refusal: refusalIn(error), macros: false };
  }
}

/** A workbook of which nothing is known. */
export const unchecked: CheckedBook = { inspections: [], broken: [], brought: undefined };

const noAnswers: FormAnswers = new Map();

/** The checks of a workbook's evaluation sheets, at least one. @throws {Refusal} table-missing, own-summary, and the codes of opening, or of reading the only sheets */
export async function checkBook(book: FileWorkbook, by: CheckedBy): Promise<CheckedBook> {
  const grids: Grid[] = [];
  const broken: BrokenSheet[] = [];
  for (const sheet of await book.sheets()) {
    try {
      grids.push(await book.read(sheet.id));
    } catch (error) {
      broken.push({ sheet, refusal: refusalIn(error) });
    }
  }
  const { forms, answers, own } = await readOwn(await book.recall(settingsName), by);
  const inspections: ReportedSheet[] = [];
  const onRefused = (sheet: SheetInfo, refusal: Refusal) => void broken.push({ sheet, refusal });
  const checked = by.withFacts === true ? inspectBookFully(grids, forms, answers, onRefused).map(withFactsAlone) : inspectBook(grids, forms, answers, onRefused);
  for (const inspection of checked) inspections.push(await withoutAccepted(inspection, await book.recall(acceptancesName, inspection.sheet.id)));
  if (inspections.length === 0) throw reasonOf(broken, grids, by.forms);
  // Without the document's settings its form was not even tried.
  const brought = own && broughtBy(own, !by.useOwn || inspections.some(({ form }) => form.from === "document"));
  return { inspections, broken, brought: brought && { own: brought, isUsed: by.useOwn } };
}

/** Why there is nothing to check. A broken sheet among others is named, and so is a form that was forced. */
function reasonOf([first]: readonly BrokenSheet[], grids: readonly Grid[], forms: FormChoice): Refusal {
  if (!first) return grids.some(hasOwnTitle) ? new Refusal("own-summary") : new Refusal("table-missing", "id" in forms ? forms.name.ja : "");
  const { code, detail } = first.refusal;
  return grids.length > 0 ? new Refusal(code, detail === "" ? first.sheet.name : `${first.sheet.name}: ${detail}`) : first.refusal;
}

/** How a workbook is read, and the settings that it keeps. @param kept its settings as text */
async function readOwn(kept: string | undefined, { forms, useOwn }: CheckedBy): Promise<ReadBy & { readonly own: KeptSettings | undefined }> {
  if (kept === undefined) return { forms, answers: noAnswers, own: undefined };
  const { readSettings } = await import("../core/settings/read.ts");
  const own = readSettings(kept);
  return { ...(useOwn ? readBy(own.settings, []) : { forms, answers: noAnswers }), own };
}

/** Of many files no more is held than what is summed up. */
function withFactsAlone({ overview, ...inspection }: FullInspection): Omit<ReportedSheet, "accepted"> {
  return { ...inspection, ...officeFacts(overview) };
}

/** @param kept the sheet's acceptances as text in the document */
async function withoutAccepted(inspection: Omit<ReportedSheet, "accepted">, kept: string | undefined): Promise<ReportedSheet> {
  if (kept === undefined) return { ...inspection, accepted: [] };
  const [{ readAcceptances }, { splitAccepted }] = await Promise.all([import("../core/acceptance/read-list.ts"), import("../core/acceptance/acceptance.ts")]);
  const { open, accepted } = splitAccepted(inspection.findings, readAcceptances(kept));
  return { ...inspection, findings: open, accepted };
}
