import { describe, expect, it } from "vitest";
import { formShape, type Form } from "../../src/core/form/schema.ts";
import type { Grid } from "../../src/core/model/grid.ts";
import { inspect } from "../../src/core/inspect.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { languages } from "../../src/core/wording/language.ts";
import { inflateInNode } from "../../src/hosts/file/zip/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { inferredLevels, inferredScales, leftOutColumns } from "../../src/pane/form/learned-parts.ts";
import { Inference, type InferenceWorkbook, type Proposed } from "../../src/pane/state/inference.ts";
import { namedForm } from "../../src/pane/state/named-form.ts";
import { describeInference } from "../../src/pane/form/say-learning.ts";
import { bureauRows, cityRows, workbookOf, type Cell } from "../core/learn/form-sheets.ts";
import { note } from "../core/sheet.ts";

type Rows = Parameters<typeof workbookOf>[1];

async function open(rows: Rows, put: Readonly<Record<string, Cell>> = {}) {
  const book = await openFile("plan.xlsx", workbookOf("進行管理表", rows, put), { inflate: inflateInNode });
  const [sheet] = await book.sheets();
  if (!sheet) throw new Error("no sheet");
  return { book, sheet };
}

async function gridOf(rows: Rows, put: Readonly<Record<string, Cell>>): Promise<Grid> {
  const { book, sheet } = await open(rows, put);
  return book.read(sheet.id);
}

/** An inference over a workbook, and the forms that it handed over. */
async function inferenceOf(rows: Rows, put: Readonly<Record<string, Cell>> = {}, keep: (form: Form) => Promise<void> = () => Promise.resolve()) {
  const { book, sheet } = await open(rows, put);
  const forms: Form[] = [];
  const onForm = async (form: Form) => {
    await keep(form);
    forms.push(form);
  };
  return { inference: new Inference(book, { sheet: () => sheet, onForm }), forms };
}

function proposed(inference: Inference): Proposed {
  const { inferring } = inference.get();
  if (inferring.phase !== "proposed") throw new Error(inferring.phase);
  return inferring;
}

const questions = (inference: Inference) => proposed(inference).proposal.asked.map(({ doubt, answer }) => `${doubt.kind} ${"term" in doubt ? doubt.term : "name" in doubt ? doubt.name : ""}: ${answer ?? `${doubt.chosen}?`}`);

function reply(inference: Inference, kind: string, term: string, choice: string): void {
  const asked = proposed(inference).proposal.asked.find(({ doubt }) => doubt.kind === kind && (!("term" in doubt) || doubt.term === term));
  if (!asked) throw new Error(`not asked: ${kind} ${term}`);
  inference.answer(asked.doubt, choice);
}

/** 2 January 2025, as Excel keeps what somebody typed as 1-2. */
const secondOfJanuary = { date: 45659 };

describe.each([
  {
    name: "a city's plan: 1-1-ア, codes and titles apart, pages first",
    rows: cityRows,
    asked: ["rare-term 未着手: mistake?"],
    replies: [["rare-term", "未着手", "term"]],
    counts: [3, 6, 13],
    levels: ["{1}", "{1}-{2}", "{1}-{2}-{3:ア}"],
    terms: [["計画どおり good", "計画より早い good", "計画より遅れている bad", "未着手 bad"]],
    put: { H8: "順調", G6: "1-1-オ", D7: secondOfJanuary },
    found: ["code-sequence G6", "code-date D7 safe 1-2", "status-unknown H8"],
  },
  {
    name: "a bureau's table: A-1-(1), filled down, signs and words",
    rows: bureauRows,
    asked: ["holds 効果: status?", "meaning △: bad?", "mark ×: required?", "meaning 大きい: none?", "meaning 小さい: none?"],
    replies: [["meaning", "大きい", "good"], ["meaning", "小さい", "bad"]],
    counts: [3, 5, 12],
    levels: ["{1:A}", "{1:A}-{2}", "{1:A}-{2}-({3})"],
    terms: [["○ good", "△ bad", "× bad"], ["大きい good", "小さい bad"]],
    put: { H3: "中くらい", E13: "C-1-(5)", E9: secondOfJanuary },
    found: ["status-unknown H3", "code-date E9", "code-sequence E13"],
  },
])("$name, in a workbook", ({ rows, asked, replies, counts, levels, terms, put, found }) => {
  const inferred = async () => {
    const { inference, forms } = await inferenceOf(rows);
    await inference.read();
    for (const [kind = "", term = "", choice = ""] of replies) reply(inference, kind, term, choice);
    return { inference, forms };
  };

  it("is learned with few questions, and the answers count", async () => {
    const { inference } = await inferenceOf(rows);
    await inference.read();
    expect(questions(inference)).toEqual(asked);
    const { proposal, inspection } = proposed((await inferred()).inference);
    expect(Object.values(inspection?.counts ?? {})).toEqual(counts);
    expect(Object.values(proposal.form.levels).map(({ code }) => code)).toEqual(levels);
    expect(Object.values(proposal.form.vocabularies).map((scale) => scale.map(({ text, meaning }) => `${text} ${meaning}`))).toEqual(terms);
  });

  it("gives a form that is sound, named, and finds nothing in the sheet that it was learned from", async () => {
    const { inference, forms } = await inferred();
    await inference.use(" わたしたちの様式 ");
    expect(inference.get().inferring.phase).toBe("idle");
    const [form] = forms;
    if (!form) throw new Error("no form");
    expect([formShape.parse(form).name, forms.length]).toEqual([{ ja: "わたしたちの様式", en: "わたしたちの様式" }, 1]);
    expect(inspect(await gridOf(rows, {}), form)?.findings.map(note)).toEqual([]);
  });

  it("finds a wrong status, a gap and a code that became a date in another sheet of the form", async () => {
    const { inference, forms } = await inferred();
    await inference.use("plan");
    const [form] = forms;
    if (!form) throw new Error("no form");
    expect(inspect(await gridOf(rows, put), form)?.findings.map(note)).toEqual(found);
  });
});

describe("what is shown", () => {
  it("names every column by its place, what it holds, and a code of the sheet", async () => {
    const { inference } = await inferenceOf(cityRows, { K3: "決算額", K4: "100", K5: "120" });
    await inference.read();
    const state = proposed(inference);
    const shown = inferredLevels(state, "ja");
    expect(shown.map(({ name, code }) => [name, code?.text])).toEqual([["章", "1"], ["節", "1-1"], ["取組", "1-1-ア"]]);
    expect(shown.flatMap(({ columns }) => columns.map(({ letters, name, holds }) => `${letters} ${name} ${holds}`))).toEqual([
      "B 章（番号） code", "C 章の名称 text", "D 節（番号） code", "E 節（進み具合） status", "F 節の名称 text",
      "A 頁 page", "G 取組（番号） code", "H 取組（進み具合） status", "I 取組の名称 text", "J 担当課 text",
    ]);
    expect(inferredScales(state, shown).map(({ columns, terms }) => [columns.map(({ letters }) => letters).join(), terms.length])).toEqual([["E,H", 3]]);
    expect(leftOutColumns(state).map(({ letters, name }) => [letters, name])).toEqual([["K", "決算額"]]);
  });
});

describe("an answer", () => {
  it("may take questions away and bring them back, and says so", async () => {
    const { inference } = await inferenceOf(bureauRows);
    await inference.read();
    reply(inference, "holds", "", "text");
    expect([questions(inference), proposed(inference).answered]).toMatchObject([["holds 効果: text", "meaning △: bad?", "mark ×: required?"], { choice: "text", raised: 0, gone: 2 }]);
    expect(describeInference(inference.get().inferring, "ja")).toBe("「自由な文」にしました。質問が2件減りました。この様式で点検すると、指摘は0件です。");
    reply(inference, "holds", "", "status");
    expect([questions(inference).length, proposed(inference).answered?.raised]).toEqual([5, 2]);
    expect(describeInference(inference.get().inferring, "en")).toBe("Set to “A status: one of a few words”. 2 more questions. A check by this form gives 0 findings.");
  });

  it("that the question does not offer changes nothing", async () => {
    const { inference } = await inferenceOf(bureauRows);
    await inference.read();
    const before = inference.get().inferring;
    reply(inference, "holds", "", "page");
    expect(inference.get().inferring).toBe(before);
  });

  it("shows in the numbers of a check", async () => {
    const { inference } = await inferenceOf(cityRows);
    await inference.read();
    expect(proposed(inference).inspection?.findings.map(note)).toEqual(["status-unknown H12"]);
    reply(inference, "rare-term", "未着手", "term");
    expect(proposed(inference).inspection?.findings).toEqual([]);
  });
});

describe("where it cannot", () => {
  it("learns nothing from a sheet without codes, and says what is needed", async () => {
    const { inference } = await inferenceOf([["品名", "数"], ["鉛筆", "3"], ["消しゴム", "5"]]);
    await inference.read();
    expect(inference.get().inferring).toEqual({ phase: "nothing" });
    for (const language of languages) expect(describeInference(inference.get().inferring, language)).not.toBe("");
  });

  it("says why the sheet could not be read", async () => {
    const workbook: InferenceWorkbook = { read: () => Promise.reject(new Refusal("sheet-gone")) };
    const inference = new Inference(workbook, { sheet: () => ({ id: "1" }), onForm: () => undefined });
    await inference.read();
    expect(inference.get().inferring).toEqual({ phase: "refused", code: "sheet-gone", detail: "" });
  });

  it("forgets what comes after it was left", async () => {
    const grid = await gridOf(cityRows, {});
    let aborted: boolean | undefined;
    const workbook: InferenceWorkbook = {
      read: async (_, watch) => {
        await Promise.resolve();
        aborted = watch?.signal?.aborted;
        return grid;
      },
    };
    const inference = new Inference(workbook, { sheet: () => ({ id: "1" }), onForm: () => undefined });
    const reading = inference.read();
    expect(inference.get().inferring.phase).toBe("reading");
    inference.leave();
    await reading;
    expect([inference.get().inferring.phase, aborted]).toEqual(["idle", true]);
  });

  it("hands the form over once, however often it is asked to", async () => {
    const { inference, forms } = await inferenceOf(cityRows);
    await inference.read();
    await Promise.all([inference.use("市の様式"), inference.use("市の様式")]);
    expect([forms.length, inference.get().inferring.phase]).toEqual([1, "idle"]);
  });

  it("keeps the proposal and the answers where the document does not take the form", async () => {
    let full = true;
    const { inference, forms } = await inferenceOf(cityRows, {}, () => (full ? Promise.reject(new Refusal("read-only")) : Promise.resolve()));
    await inference.read();
    reply(inference, "rare-term", "未着手", "term");
    await inference.use("市の様式");
    expect([proposed(inference).refused, questions(inference)]).toEqual([{ code: "read-only", detail: "" }, ["rare-term 未着手: term"]]);
    full = false;
    await inference.use("市の様式");
    expect([inference.get().inferring.phase, forms.map(({ name }) => name.ja)]).toEqual(["idle", ["市の様式"]]);
  });
});

describe("a name makes an id", () => {
  const idOf = async (name: string) => {
    const { inference, forms } = await inferenceOf(cityRows);
    await inference.read();
    await inference.use(name);
    return forms[0]?.id;
  };

  it.each([
    ["Plan 2026", /^form-plan-2026$/],
    ["osaka-ward", /^form-osaka-ward$/],
    ["市の様式", /^form-[0-9a-f]{16}$/],
    ["= HYPERLINK(\"x\")", /^form-[0-9a-f]{16}$/],
    ["😀", /^form-[0-9a-f]{16}$/],
  ])("%s", async (name, id) => {
    expect(await idOf(name)).toMatch(id);
  });

  it("the same for the same name, however its kana are composed, and another for another", async () => {
    const [one, same, other] = [await idOf("ガイド"), await idOf(" カ\u3099イド "), await idOf("ガイト")];
    expect([one === same, one === other]).toEqual([true, false]);
  });

  it("that is blank makes none", async () => {
    const { inference } = await inferenceOf(cityRows);
    await inference.read();
    expect(() => namedForm(proposed(inference).proposal.form, "　 ")).toThrow(Refusal);
    await inference.use(" ");
    expect(proposed(inference).refused?.code).toBe("form-invalid");
  });
});
