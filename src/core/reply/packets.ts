import type { SheetPlan } from "../model/sheet-plan.ts";
import { officeFindings } from "../summary/findings-sheet.ts";
import { fingerprinted } from "../summary/fingerprint.ts";
import { fileName, withoutEnding } from "../wording/file-name.ts";
import { letterToOffice, lettersOf, type Letter, type Reply } from "./reply.ts";
import { replyWords } from "./texts.ts";

/** A letter and its list of findings, as files to be made in a folder of their own. */
export interface ReplyPacket extends Pick<Letter, "subject" | "text"> {
  /** Names that every system takes, "/" between them. No two packets have one folder. */
  readonly folder: string;
  /** The letter's file without its ending, and the list's. */
  readonly letterFile: string;
  readonly listFile: string;
  readonly list: SheetPlan;
}

/**
 * What is sent back for checked sheets: for each with findings one packet for the office, and where a column names several sections one for each of them
 * below it, 「旭区/担当別/総務課」. Sheets without findings are left out.
 */
export function replyPackets(sheets: readonly Reply[]): readonly ReplyPacket[] {
  const times = new Map<string, number>();
  for (const { source } of sheets) times.set(source, (times.get(source) ?? 0) + 1);
  const offices = new Set<string>();
  return sheets.flatMap((sheet) => {
    const letters = lettersOf(sheet);
    const [only] = letters;
    if (!only) return [];
    const words = replyWords[sheet.language];
    const stem = withoutEnding(sheet.source);
    const folder = fileName((times.get(sheet.source) ?? 0) > 1 ? `${stem} ${sheet.inspection.sheet.name}` : stem, words.unnamed, offices);
    if (letters.length === 1) return [packet(folder, only, sheet)];
    const sections = new Set<string>();
    const below = letters.map((letter) => packet([folder, words.sections, fileName(letter.section ?? words.noSection, words.noSection, sections)].join("/"), letter, sheet));
    return [packet(folder, letterToOffice(sheet), sheet), ...below];
  });
}

function packet(folder: string, { subject, text, findings }: Letter, { inspection, source, form, language, day }: Reply): ReplyPacket {
  const { letterFile, listFile } = replyWords[language];
  return { folder, letterFile, listFile, subject, text, list: fingerprinted(officeFindings({ file: source, inspection }, findings, { form, language, day })) };
}
