import { writeAcceptances } from "../../src/core/acceptance/list.ts";
import { readAcceptances } from "../../src/core/acceptance/read-list.ts";
import { splitAccepted } from "../../src/core/acceptance/acceptance.ts";
import { writeJournal } from "../../src/core/fixes/journal.ts";
import { readJournal } from "../../src/core/fixes/read-journal.ts";
import { journalName, settingsName, sheetsName } from "../../src/core/settings/kept-name.ts";
import { mergeKept, shortened } from "../../src/core/settings/merge-kept.ts";
import { readSheets } from "../../src/core/settings/read-sheets.ts";
import { fixGroupsOf } from "../../src/core/fixes/fix-groups.ts";
import { builtInForms, osakaWard } from "../../src/core/form/built-in.ts";
import type { ReadBy } from "../../src/core/form/known.ts";
import { withDefaultMarks } from "../../src/core/form/default-marks.ts";
import { readRecord, readSource } from "../../src/core/input-rules/record.ts";
import { inspectBook, inspectFully } from "../../src/core/inspect.ts";
import type { Grid } from "../../src/core/model/grid.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { showMarks } from "../../src/core/model/show-marks.ts";
import { progressOf } from "../../src/core/progress/progress.ts";
import { snapshotOf } from "../../src/core/progress/snapshot.ts";
import { readSnapshot } from "../../src/core/progress/read-snapshot.ts";
import { lettersOf } from "../../src/core/reply/reply.ts";
import { jsonReport, sheetReport } from "../../src/core/report.ts";
import { broughtBy, describeBrought } from "../../src/core/settings/brought.ts";
import { importSettings } from "../../src/core/settings/exchange.ts";
import { writeSettings } from "../../src/core/settings/keep.ts";
import { readSettings } from "../../src/core/settings/read.ts";
import { noSettings, readBy } from "../../src/core/settings/settings.ts";
import { deflateInNode } from "../../src/hosts/file/deflate-node.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openText } from "../../src/hosts/file/open.ts";
import { openEditable } from "../../src/hosts/file/open-editable.ts";
import { cleanRows, gridOf } from "../core/sheet.ts";
import { book, evaluation } from "../hosts/file/hostile.ts";
import { sheet, workbook, zipped, type Parts } from "../hosts/file/make.ts";
import { Chance } from "./chance.ts";
import { sayableForm, sheetOf, unusualForm } from "./forms.ts";

/** What a case is made of. */
export const kinds = ["package", "part", "text", "form", "kept"] as const;
export type FuzzKind = (typeof kinds)[number];

const encoder = new TextEncoder();
const byDefault: ReadBy = { forms: builtInForms, answers: new Map() };
const form = osakaWard;
const grid = gridOf(cleanRows, { D4: "順調 ", I5: "", G6: { date: 36892 } });

const sound: Parts = {
  ...evaluation('<sheetPr/><dimension ref="A1:L11"/><cols><col min="1" max="3" width="9"/></cols>', '<mergeCells count="1"><mergeCell ref="A4:A6"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="D4:D9"><formula1>"順調,順調でない"</formula1></dataValidation></dataValidations>'),
  ...book(undefined, '<definedNames><definedName name="_tenken_totals">評価!$A$1</definedName></definedNames><calcPr calcId="1"/>'),
  "xl/styles.xml": '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font><strike/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/></cellXfs><dxfs count="0"/></styleSheet>',
  "xl/sharedStrings.xml": '<sst count="1"><si><r><t>順</t></r><r><rPr><b/></rPr><t>調</t></r><rPh sb="0" eb="1"><t>ジュン</t></rPh></si></sst>',
};

/** A document's texts, as they are kept. */
const keptTexts = {
  settings: writeSettings({ ...noSettings, form, rules: { "page-order": "off" }, answers: { "bad:H=C": "B" } }) ?? "",
  acceptances: writeAcceptances([{ rule: "status-missing", code: "1-1", title: "", column: "outcome", value: "", reason: "a", by: "b", on: "2026-11-29" }]) ?? "",
  snapshot: JSON.stringify({ version: 1, entries: [{ rule: "status-missing", code: "1-1", title: "", column: "outcome", count: 2 }] }),
  journal: writeJournal([{ id: 1, sheet: "1", name: "評価", rules: ["status-missing"], done: true, cells: [{ at: { row: 1, column: 1 }, from: "a", to: "b", formerFormat: "General", numberFormat: "@" }] }]) ?? "",
  sheets: JSON.stringify({ version: 1, entries: [{ key: "1", id: "1", name: "評価", sign: "_tenken_sheet_1" }] }),
  formula: `IF(ROWS('評価'!$D$4:$D$9)>0,"General")`,
} as const;

/** Carries out the case of a seed. @returns "done", or the code of the refusal it ended with @throws whatever is no refusal */
export async function runCase(kind: FuzzKind, seed: number): Promise<string> {
  const chance = new Chance(seed);
  try {
    await makers[kind](chance);
    return "done";
  } catch (error) {
    if (error instanceof Refusal && error.code !== "internal") return error.code;
    throw error;
  }
}

const makers: Readonly<Record<FuzzKind, (chance: Chance) => Promise<void>>> = {
  package: (chance) => useFile("評価.xlsx", chance.bytes(workbook(sound))),
  part: async (chance) => {
    const parts = Object.entries(workbookParts);
    const [name, text] = chance.of(parts);
    await useFile("評価.xlsx", zipped({ ...workbookParts, [name]: chance.markup(text) }));
  },
  text: (chance) => {
    const text = cleanRows.map((row) => row.join(chance.of([",", "\t", ";"]))).join(chance.of(["\n", "\r\n"]));
    return useFile(chance.of(["a.csv", "a.tsv", "a.txt"]), chance.bytes(encoder.encode(chance.markup(text))));
  },
  form: (chance) => {
    const text = chance.below(2) === 0 ? chance.json(form) : unusualForm(chance);
    // Forms also come with settings, as a document keeps them or a person pastes them.
    const settings = `{"version":1,"form":${text}}`;
    readSettings(settings);
    refused(() => importSettings(settings));
    const own = sayableForm(text);
    for (const sheetOfIt of [grid, sheetOf(own, chance)]) use([sheetOfIt], { forms: withDefaultMarks(own), answers: new Map() });
    return Promise.resolve();
  },
  kept: (chance) => {
    useKept(chance);
    return Promise.resolve();
  },
};

/** Does what may be refused. */
function refused(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** The parts as texts: those that `workbook` adds too. */
const workbookParts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": "<Types/>",
  "_rels/.rels": '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  "xl/_rels/workbook.xml.rels": ["worksheet:worksheets/sheet1.xml", "sharedStrings:sharedStrings.xml", "styles:styles.xml"]
    .map((word, at) => `<Relationship Id="r${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${word.split(":")[0] ?? ""}" Target="${word.split(":")[1] ?? ""}"/>`)
    .reduce((all, one, at, { length }) => `${all}${one}${at === length - 1 ? "</Relationships>" : ""}`, "<Relationships>"),
  ...Object.fromEntries(Object.entries(sound).map(([name, part]) => [name, String(part)])),
  "xl/worksheets/sheet2.xml": sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
};

/** Opens, reads, checks, marks, fixes, saves and opens again. */
async function useFile(name: string, bytes: Uint8Array): Promise<void> {
  const file = openText(name, bytes) ?? (await openEditable(bytes, { inflate: inflateInNode, deflate: deflateInNode }));
  const grids: Grid[] = [];
  for (const { id } of await file.sheets()) grids.push(await file.read(id));
  const by = readBy(readSettings(await file.recall("tenken.settings")).settings, []);
  for (const inspection of use(grids, by)) {
    const edits = fixGroupsOf(inspection.findings).filter(({ safety }) => safety === "safe").flatMap((group) => group.edits);
    await file.apply([{ kind: "edit-cells", sheet: inspection.sheet.id, edits: edits.filter(({ at }) => !at.sheet) }, ...(name.endsWith(".xlsx") ? showMarks(inspection, () => "要見直し") : [])]);
  }
  await file.ownSheets();
  const saved = await file.save();
  if (name.endsWith(".xlsx")) await (await openEditable(saved, { inflate: inflateInNode })).sheets();
}

/** Checks, and says all that is to be said. */
function use(grids: readonly Grid[], { forms, answers }: ReadBy): ReturnType<typeof inspectBook> {
  const inspections = inspectBook(grids, forms, answers);
  const sheets = inspections.flatMap((inspection) => (["ja", "en"] as const).map((language) => sheetReport(inspection, [], language)));
  JSON.stringify(jsonReport([{ path: "a", error: null, sheets }]));
  const [first] = grids;
  const full = first && inspectFully(first, forms, answers);
  if (full) lettersOf({ inspection: full, findings: full.findings, form: full.form.form, language: "ja", day: { year: 2026, month: 11, day: 29 }, source: "a" });
  return inspections;
}

function useKept(chance: Chance): void {
  const settings = chance.text(keptTexts.settings);
  const kept = readSettings(settings);
  const own = broughtBy(kept);
  if (own) for (const language of ["ja", "en"] as const) describeBrought(own, language);
  const inspections = use([grid], readBy(kept.settings, []));
  const findings = inspections[0]?.findings ?? [];
  splitAccepted(findings, readAcceptances(chance.text(keptTexts.acceptances)));
  progressOf(readSnapshot(chance.text(keptTexts.snapshot)) ?? snapshotOf([]), findings);
  readJournal(chance.text(keptTexts.journal));
  readSheets(chance.text(keptTexts.sheets));
  for (const [name, text] of [[journalName, keptTexts.journal], [settingsName, keptTexts.settings], [sheetsName, keptTexts.sheets]] as const) {
    const [base, ours, theirs] = [chance.text(text), chance.text(text), chance.text(text)];
    mergeKept(name, { base, ours, theirs });
    shortened(name, ours, theirs, ours.length / 2);
  }
  readRecord([chance.text(keptTexts.formula), chance.text(keptTexts.formula)]);
  readSource(chance.text("'評価'!$A$1:$A$3"));
  use([grid], byDefault);
  importSettings(settings);
}
