import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { inspect, inspectFully } from "../../src/core/inspect.ts";
import type { ChangeApplier } from "../../src/core/model/ports.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import type { EditableFile } from "../../src/hosts/file/open-editable.ts";
import { InputRuleEditor } from "../../src/pane/state/input-rules.ts";
import { describeSummary } from "../../src/pane/summary/say-summary.ts";
import { Summarizer, type SummaryWorkbook } from "../../src/pane/state/summarizer.ts";
import { openForEdit, partText } from "../hosts/file/write/open.ts";
import { withPart } from "../hosts/file/write/with-part.ts";

const sample = new Uint8Array(readFileSync("assets/samples/sample.xlsx"));
const names = async (file: EditableFile) => (await file.sheets()).map(({ name }) => name);

/** A file whose evaluation is tagged as a sheet of ours. Anyone who has the file can do that. */
async function signed(kind: string, fingerprint: string): Promise<Uint8Array> {
  const xml = (await partText(sample, "xl/workbook.xml")) ?? "";
  const mine = `<definedName name="_tenken_${kind}" hidden="1">'総括表'!$A$1</definedName><definedName name="_tenken_${kind}_seal" hidden="1">"${fingerprint}"</definedName>`;
  return withPart(sample, "xl/workbook.xml", xml.includes("<definedNames>") ? xml.replace("<definedNames>", `<definedNames>${mine}`) : xml.replace("</sheets>", `</sheets><definedNames>${mine}</definedNames>`));
}

/** Sums up the evaluations of a file, which are its sheets with a table. */
function summarizerOf(file: EditableFile, target: () => SummaryWorkbook = () => file, open: () => Promise<void> = () => Promise.resolve()) {
  const offices = async () => {
    const sheets = await Promise.all((await file.sheets()).map(async ({ id }) => ({ sheetId: id, inspection: inspect(await file.read(id), osakaWard) })));
    return { form: osakaWard, offices: sheets.flatMap(({ sheetId, inspection }) => (inspection ? [{ file: "北区.xlsx", inspection, sheetId }] : [])) };
  };
  return new Summarizer({ isUndoable: false, open, offices, target: () => Promise.resolve({ workbook: target(), after: undefined }) });
}

const four = ["総括表", "総括", "課題別", "要見直し一覧", "指摘一覧"];

describe("summary sheets", () => {
  it("made in this session are made again without asking; in another one the user is asked, with each name", async () => {
    const file = await openForEdit(sample);
    const summarizer = summarizerOf(file);
    await summarizer.make("ja");
    await summarizer.make("ja");
    expect([summarizer.get().summary.phase, await names(file)]).toEqual(["made", four]);
    const later = await openForEdit(await file.save());
    const again = summarizerOf(later);
    await again.make("ja");
    const { summary } = again.get();
    expect(summary).toMatchObject({ phase: "asking", doubts: four.slice(1).map((name) => ({ found: { name }, doubts: ["unproven"] })) });
    const said = describeSummary(summary, false, "ja");
    for (const name of four.slice(1)) expect(said).toContain(`「${name}」は、前に作った総括シートと見られますが、この画面で作ったものではありません`);
    expect(await names(later)).toEqual(four);
    await again.decide("overwrite");
    expect([again.get().summary.phase, await names(later)]).toEqual(["made", four]);
    await again.takeAway();
    expect([again.get().summary, await names(later)]).toEqual([{ phase: "deleted", count: 4 }, ["総括表"]]);
  });

  it.each(["digest", "totals", "review", "findings"])("an evaluation that is signed as %s is asked about and kept, whatever is answered", async (kind) => {
    for (const fingerprint of ["unfinished", "0123456789abcdef"]) {
      const file = await openForEdit(await signed(kind, fingerprint));
      const [{ id } = { id: "" }] = await file.sheets();
      const before = await file.read(id);
      const summarizer = summarizerOf(file);
      await summarizer.make("ja");
      if (fingerprint !== "unfinished") {
        expect(summarizer.get().summary).toMatchObject({ phase: "asking", doubts: [{ found: { name: "総括表" }, doubts: ["evaluation"] }] });
        await summarizer.decide("overwrite");
      }
      expect([summarizer.get().summary.phase, await names(file)]).toEqual(["made", four]);
      expect((await file.read(id)).row(5)).toEqual(before.row(5));
    }
  });

  it("what changed after the question is asked about before it is overwritten", async () => {
    const file = await openForEdit(await (async () => {
      const first = await openForEdit(sample);
      await summarizerOf(first).make("ja");
      return first.save();
    })());
    const summarizer = summarizerOf(file);
    await summarizer.make("ja");
    const [, { id: digest } = { id: "" }] = await file.sheets();
    const title = (await file.read(digest)).value(0, 0);
    await file.apply([{ kind: "edit-cells", sheet: digest, edits: [{ at: { row: 0, column: 0 }, from: title, to: "部長説明用" }] }]);
    await summarizer.decide("overwrite");
    expect(summarizer.get().summary).toMatchObject({ phase: "asking", doubts: [{ doubts: ["unproven", "edited"] }, {}, {}, {}] });
    expect((await file.read(digest)).value(0, 0)).toBe("部長説明用");
  });

  it("are taken away from the workbook in which they were made, whatever is the target by then", async () => {
    const [mine, other] = [await openForEdit(sample), await openForEdit(sample)];
    await summarizerOf(other).make("ja");
    const targets = [mine];
    const summarizer = summarizerOf(mine, () => targets.shift() ?? other);
    await summarizer.make("ja");
    await summarizer.takeAway();
    expect([await names(mine), await names(other)]).toEqual([["総括表"], four]);
  });

  it("that cannot be brought to the front stay said, with the reason and the way to take them away", async () => {
    const file = await openForEdit(sample);
    const summarizer = summarizerOf(file, () => file, () => Promise.reject(new Refusal("editing")));
    await summarizer.make("ja");
    await summarizer.open();
    const { summary } = summarizer.get();
    expect([summary.phase, describeSummary(summary, true, "ja")]).toEqual(["made", expect.stringMatching(/を作りました。.*セル/)]);
    await summarizer.takeAway();
    expect(await names(file)).toEqual(["総括表"]);
  });

  it("sheets that an earlier session left unfinished are said and left", async () => {
    const file = await openForEdit(sample);
    const apply: ChangeApplier["apply"] = async (changes) => ({ ...(await file.apply(changes)), leftovers: ["Tenken 1a2b3c4d"] });
    const summarizer = summarizerOf(file, () => ({ ownSheets: () => file.ownSheets(), read: (id) => file.read(id), apply }));
    await summarizer.make("ja");
    expect(describeSummary(summarizer.get().summary, true, "ja")).toContain("「Tenken 1a2b3c4d」があります。この画面で作ったものではないため、そのままにしました。");
  });
});

describe("input rules", () => {
  const inputRuleEditorOf = (file: EditableFile) => {
    const workbook = { read: (id: string) => file.read(id), apply: (changes: Parameters<EditableFile["apply"]>[0]) => file.apply(changes), ownSheets: () => file.ownSheets() };
    return async (id: string) => {
      const inspection = inspectFully(await file.read(id), osakaWard);
      return new InputRuleEditor(workbook, () => inspection?.overview.inputRules, () => osakaWard);
    };
  };

  it("of an earlier session are taken away after the user was asked about the sheet of terms, with its name", async () => {
    const first = await openForEdit(sample);
    const [{ id } = { id: "" }] = await first.sheets();
    await (await inputRuleEditorOf(first)(id)).addInputRules(id, "ja");
    const file = await openForEdit(await first.save());
    const inputRuleEditor = await inputRuleEditorOf(file)(id);
    await inputRuleEditor.removeInputRules(id);
    expect([inputRuleEditor.get().addInputRules, await names(file)]).toMatchObject([{ phase: "asking", sheet: id, choices: { name: "選択肢" } }, ["総括表", "選択肢"]]);
    await inputRuleEditor.agree();
    expect([inputRuleEditor.get().addInputRules.phase, await names(file)]).toEqual(["removed", ["総括表"]]);
  });

  it("an evaluation that is signed as a sheet of terms never goes", async () => {
    const file = await openForEdit(await signed("choices", "x"));
    const [{ id } = { id: "" }] = await file.sheets();
    // The record makes the sheet its own sheet of terms.
    const forged: EditableFile["ownSheets"] = async () => (await file.ownSheets()).map((own) => ({ ...own, of: [id] }));
    const inputRuleEditor = new InputRuleEditor({ read: (sheet) => file.read(sheet), apply: (changes) => file.apply(changes), ownSheets: forged }, () => undefined, () => osakaWard);
    await inputRuleEditor.removeInputRules(id);
    expect([inputRuleEditor.get().addInputRules, await names(file)]).toEqual([{ phase: "refused", sheet: id, code: "not-ours", detail: "総括表" }, ["総括表"]]);
  });
});
