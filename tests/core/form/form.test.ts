import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod/mini";
import { builtInForms, osakaWard } from "../../../src/core/form/built-in.ts";
import { faultsOf } from "../../../src/core/form/faults.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import { formShape } from "../../../src/core/form/schema.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { explainRefusal } from "../../../src/core/wording/refusal-causes.ts";
import { inspectRows, note, type Cells } from "../sheet.ts";

const secondFormText = readFileSync(new URL("./four-statuses.form.json", import.meta.url), "utf8");

describe("the built-in forms", () => {
  const folder = new URL("../../../src/core/form/forms/", import.meta.url);

  it.each(builtInForms.map(({ form }) => [form.id, form] as const))("%s holds against the schema", (id, form) => {
    expect(parseForm(readFileSync(new URL(`${id}.form.json`, folder), "utf8"))).toEqual(form);
  });

  it("are all that lie in their folder", () => {
    expect(readdirSync(folder).filter((name) => name.endsWith(".form.json")).sort()).toEqual(builtInForms.map(({ form }) => `${form.id}.form.json`).sort());
  });
});

describe("the form of src/core/README.md", () => {
  const readme = readFileSync(new URL("../../../src/core/README.md", import.meta.url), "utf8");
  const form = parseForm(/```json\n(\{ "id": "my-town"[^`]*)```/.exec(readme)?.[1] ?? "");
  const rows = [["No.", "事業名", "評価"], ["1", "花を植える", "継続"], ["2", "木を植える", "縮小"], ["3", "川を守る", "廃止"], ["5", "鳥を守る", "けいぞく"]];

  it("checks a sheet", () => {
    const { findings, marks, counts } = inspectRows(rows, {}, form);
    expect([counts, findings.map(note), marks.map(({ code, level }) => `${code} ${level}`)]).toEqual([[4], ["code-sequence A5", "status-unknown C5"], ["2 attention", "3 required"]]);
  });

  it("names every entry that a form may have", () => {
    const keys = [...JSON.stringify(z.toJSONSchema(formShape, { io: "input" })).matchAll(/"properties":\{|"([$A-Za-z]+)":\{"(?:type|minItems|maxItems|anyOf|\$ref)/g)].flatMap(([, key]) => key ?? []);
    const told = new Set(["ja", "en", "$schema", "properties", "items", "additionalProperties", "propertyNames", "is", "column", "from", "term"]);
    expect([...new Set(keys)].filter((key) => !told.has(key) && !readme.includes(`\`${key}\``))).toEqual([]);
    expect(keys.length).toBeGreaterThan(40);
  });
});

describe("a wrong form", () => {
  const broken = (change: (form: ReturnType<typeof parseForm>) => unknown) => {
    const form = parseForm(secondFormText);
    return JSON.stringify(change(form) ?? form);
  };
  const refusalOf = (text: string) => {
    try {
      parseForm(text);
    } catch (error) {
      if (error instanceof Refusal) return error;
    }
    return { code: "accepted", detail: "" };
  };
  const detailOf = (text: string) => {
    const { code, detail } = refusalOf(text);
    return `${code} ${detail}`.trim();
  };
  const column = (form: ReturnType<typeof parseForm>, index: number, change: object) => ({
    ...form,
    columns: form.columns.map((one, at) => (at === index ? { ...one, ...change } : one)),
  });

  it.each([
    ["no JSON", "{", /^form-invalid /],
    ["a list", "[]", /^form-invalid /],
    ["a level without a name", broken((form) => ({ ...form, levels: [{ id: "issue", key: "nested", code: "{1}" }, ...form.levels.slice(1)] })), /levels\.#1\.name/],
    ["an unknown entry", broken((form) => ({ ...form, colour: "red" })), /^form-invalid /],
    ["an unknown meaning", broken((form) => ({ ...form, vocabularies: { grade: [{ text: "S", meaning: "best" }] } })), /vocabularies\.grade\.#1\.meaning/],
    ["a code without its parent's number", broken((form) => ({ ...form, levels: form.levels.map((level, depth) => (depth === 1 ? { ...level, code: "{2}" } : level)) })), /levels\.#2\.code/],
    ["a column used twice", broken((form) => column(form, 1, { id: "goal" })), /columns\.#2\.id/],
    ["a vocabulary that is not there", broken((form) => column(form, 3, { vocabulary: "marks" })), /columns\.#4\.vocabulary/],
    ["requiredWhen of no column", broken((form) => column(form, 7, { requiredWhen: { column: "goal", is: ["B"] } })), /columns\.#8\.requiredWhen\.column/],
    ["requiredWhen of no term", broken((form) => column(form, 7, { requiredWhen: { column: "projectGrade", is: ["D"] } })), /columns\.#8\.requiredWhen\.is\.#1/],
    ["two terms that read alike", broken((form) => ({ ...form, vocabularies: { grade: [{ text: "S", meaning: "good" }, { text: "Ｓ", meaning: "bad" }] } })), /vocabularies\.grade\.#2\.text/],
    ["a page without its number", broken((form) => ({ ...form, page: { write: "頁", also: [] } })), /page\.write/],
  ])("%s is refused with the path of the wrong value", (_, text, expected) => {
    expect(detailOf(text)).toMatch(expected);
  });

  const level = (key: object) => broken((form) => ({ ...form, levels: [{ id: "goal", name: { ja: "目標", en: "goal" }, ...key }, ...form.levels.slice(1)] }));
  const many = <Item>(count: number, item: (index: number) => Item) => Array.from({ length: count }, (_, index) => item(index));
  const terms = (list: readonly object[]) => broken((form) => ({ ...form, vocabularies: { ...form.vocabularies, grade: list } }));
  const thresholds = (from: readonly number[], termsOf: readonly string[] = ["S", "A"], rest: object = {}) =>
    broken((form) => ({
      ...form,
      columns: [...form.columns, { id: "rate", level: "project", holds: "number", name: { ja: "達成率", en: "rate" }, header: ["達成率"] }],
      thresholds: [{ grade: "projectGrade", rate: "rate", steps: from.map((one, index) => ({ from: one, term: termsOf[index] })), ...rest }],
    }));
  const spellings = (list: readonly (readonly string[])[]) => broken((form) => ({ ...form, spellings: list }));

  it.each([
    ["an unknown rule", broken((form) => ({ ...form, rules: { "page-ordr": "off" } })), /rules\.page-ordr：この項目はありません。使えるのは page-order, /, /rules\.page-ordr: is no entry; those that may stand here: page-order, /],
    ["an unknown key of a column", broken((form) => column(form, 0, { colour: "red" })), /columns\.#1\.colour：この項目はありません。使えるのは holds, role, header, /, /columns\.#1\.colour: is no entry/],
    ["a term without a text", terms([{ text: "  ", meaning: "good" }]), /vocabularies\.grade\.#1\.text：空です/, /vocabularies\.grade\.#1\.text: is blank/],
    ["a term that turns the text's direction", terms([{ text: "良\u202E", meaning: "good" }]), /grade\.#1\.text：見えない制御文字か、文字の向きを変える文字があります/, /grade\.#1\.text: holds a control or direction mark/],
    ["a spelling with a control", spellings([["取組", "取\u0007組"]]), /spellings\.#1\.#2：見えない制御文字/, /spellings\.#1\.#2: holds a control/],
    ["a vocabulary without a term", terms([]), /vocabularies\.grade：1個以上/, /vocabularies\.grade: needs at least 1/],
    ["a threshold for what is no term", thresholds([1], ["Z"]), /thresholds\.#1\.steps\.#1\.term：次のどれか/, /thresholds\.#1\.steps\.#1\.term: needs one of/],
    ["a threshold whose other rates are no term", thresholds([1], ["S"], { else: "Z" }), /thresholds\.#1\.else：次のどれか/, /thresholds\.#1\.else: needs one of/],
    ["ten thousand terms", terms(many(10_000, (index) => ({ text: `語${index}`, meaning: "good" }))), /vocabularies\.grade：60個まで/, /vocabularies\.grade: takes at most 60/],
    ["terms of one sign", terms([{ text: "良", meaning: "good", aliases: ["A"] }, { text: "否", meaning: "bad", aliases: ["Ａ"] }]), /grade\.#2\.aliases\.#1：別の語「良」と読み分け/, /grade\.#2\.aliases\.#1: reads like another term, 良/],
    ["a term twice", terms([{ text: "良", meaning: "good" }, { text: "良", meaning: "bad" }]), /grade\.#2\.text：別の語「良」/, /grade\.#2\.text: reads like/],
    ["a term that corresponds to one of its own column", terms([{ text: "良", meaning: "good" }, { text: "否", meaning: "bad", corresponds: ["良"] }]), /grade\.#2\.corresponds\.#1：同じ列の語/, /corresponds\.#1: is a term of the same column/],
    ["spellings that feed each other", spellings([["取組", "取り組み"], ["取り組み", "とりくみ"]]), /spellings\.#1\.#2：「取り組み」の中にもある/, /spellings\.#1\.#2: is also found in a usual word, 取り組み/],
    ["a spelling of two words", spellings([["取組", "とりくみ"], ["施策", "とりくみ"]]), /spellings\.#2\.#2：「とりくみ」は2回/, /spellings\.#2\.#2: is used twice: とりくみ/],
    ["more spellings than a sheet's texts are held against", spellings(many(26, (index) => many(20, (word) => `語${index}の${word}`))), /spellings：500個まで/, /spellings: takes at most 500/],
    ["two thousand columns", broken((form) => ({ ...form, columns: many(2000, (index) => ({ ...form.columns[0], id: `c${index}` })) })), /columns：200個まで/, /columns: takes at most 200/],
    ["a level without columns", level({ id: "lost", key: "given" }), /levels\.#1：この階層の列（columns）がありません/, /levels\.#1: has no column/],
    ["no level", broken((form) => ({ ...form, levels: [] })), /levels：1個以上/, /levels: needs at least 1/],
    ["seven levels", broken((form) => ({ ...form, levels: many(7, () => form.levels[0]) })), /levels：6個まで/, /levels: takes at most 6/],
    ["a template that begins with 2", level({ key: "nested", code: "{2}" }), /levels\.#1\.code：\{1\} を、この順に/, /levels\.#1\.code: needs \{1\}, once/],
    ["a template that counts in no known way", level({ key: "nested", code: "{1}{x}" }), /levels\.#1\.code：「\{x\}」は使えません/, /levels\.#1\.code: cannot hold \{x\}/],
    ["numbers with nothing between", broken((form) => ({ ...form, levels: form.levels.map((one, depth) => (depth === 1 ? { ...one, code: "{1}{2}" } : one)) })), /levels\.#2\.code：数字と数字の間/, /levels\.#2\.code: needs a mark/],
    ["no JSON", '{\n "id": "x",\n "levels": [1 2]\n}', /3行目の近くで、JSONとして読めません/, /is no JSON near line 3/],
    ["no JSON, its place not told", "{1}", /JSONとして読めません/, /is no JSON/],
    ["nothing", "\uFEFF \n", /空です。文字を入れてください/, /is blank/],
    ["too much", "x".repeat(1_000_001), /1,000,000文字までにしてください/, /at most 1,000,000 characters/],
    ["half a JSON", '{\n "id": "x",\n', /3行目の近くで/, /near line 3/],
    ["another encoding", new TextDecoder().decode(Uint8Array.of(0x7b, 0x22, 0x92, 0x86, 0x22, 0x7d)), /UTF-8で保存し直して/, /save it as UTF-8/],
    ["a number for a name", broken((form) => ({ ...form, name: { ja: 1, en: "x" } })), /name\.ja：" " で囲んだ文字/, /name\.ja: needs a text in quotes/],
    ["a text for a list", broken((form) => ({ ...form, spellings: "取組" })), /spellings：\[ \] で囲んだ並び/, /spellings: needs a list in \[ \]/],
    ["a list for entries", broken((form) => ({ ...form, vocabularies: [] })), /vocabularies：\{ \} で囲んだ組/, /vocabularies: needs entries in \{ \}/],
    ["marks for what is no status", broken((form) => column(form, 0, { choice: true })), /columns\.#1\.choice：holdsが status の列だけ/, /columns\.#1\.choice: is for columns that hold a status/],
    ["a choice of one term", broken((form) => ({ ...column(form, 3, { choice: true }), vocabularies: { grade: [{ text: "S", meaning: "good" }] } })), /vocabularies\.grade：2個以上/, /vocabularies\.grade: needs at least 2/],
    ["a quoted switch", broken((form) => column(form, 0, { optional: "true" })), /columns\.#1\.optional：true か false/, /columns\.#1\.optional: needs true or false/],
    ["a threshold in percent", thresholds([100, 80]), /steps\.#1\.from：割合で書いてください。100％は 1/, /steps\.#1\.from: needs a share/],
    ["thresholds from the worst up", thresholds([0.8, 1]), /steps\.#2\.from：よい方から順に並べてください（ここは < 0\.8 の値/, /steps\.#2\.from: is out of order.*here < 0\.8/],
    ["a numeral of Rome written out", level({ key: "nested", code: "{1:IV}" }), /levels\.#1\.code：「\{1:IV\}」は使えません。数え方は/, /levels\.#1\.code: cannot hold \{1:IV\}/],
    ["a missing name", broken((form) => ({ ...form, name: { ja: "様式" } })), /name\.en：入っていません/, /name\.en: is missing/],
  ])("%s: the entry and what would be right, in both languages", (_, text, ja, en) => {
    const { detail } = refusalOf(text);
    expect(explainRefusal({ code: "form-invalid", detail }, "ja")).toMatch(ja);
    expect(explainRefusal({ code: "form-invalid", detail }, "en")).toMatch(en);
  });

  it("a faulty entry is looked up by its key, however many stand beside it", () => {
    const { error } = formShape.safeParse({ ...osakaWard, columns: [1, 2] });
    let listings = 0;
    const ownKeys = (target: object) => (listings++, Reflect.ownKeys(target));
    const faults = faultsOf(error?.issues ?? [], { columns: new Proxy([1, 2], { ownKeys }) });
    expect([faults.map(({ code }) => code), listings]).toEqual([["not-an-object", "not-an-object"], 0]);
  });

  it("several faults are told at once, five of them, and how many more", () => {
    const { detail } = refusalOf(broken((form) => ({ ...form, columns: form.columns.map((one) => ({ ...one, holds: "pages" })) })));
    const [first = "", ...others] = explainRefusal({ code: "form-invalid", detail }, "ja").split("；");
    expect([first.includes("columns.#1.holds：次のどれかを入れてください：label, code"), others.length, others.at(-1)?.startsWith("… +4")]).toEqual([true, 5, true]);
  });

  it("what a form file holds is shown, and drives nothing", () => {
    const { detail } = refusalOf(broken((form) => ({ ...form, "\u001b[2J\n\tgood": 1, vocabularies: { "\u009b31m": [] } })));
    expect(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(explainRefusal({ code: "form-invalid", detail }, "en"))).toBe(false);
  });

  it("a form whose terms correspond to each other is right", () => {
    expect(osakaWard.vocabularies["target"]?.[0]?.corresponds).toEqual(["順調"]);
    expect(detailOf(JSON.stringify(osakaWard))).toBe("accepted");
  });
});

describe("a second form: four statuses, codes 1, 1(2), 1(2)-3", () => {
  const form = parseForm(secondFormText);
  const rows = [
    ["基本目標", "施策", "", "評価", "事業", "", "評価", "課題と改善策", "掲載頁"],
    ["1 住みよいまち", "1(1)", "道路の整備", "A", "1(1)-1", "歩道の拡幅", "S", "", "3頁"],
    ["", "", "", "", "1(1)-2", "街灯の更新", "B", "部品が届かず遅れた。", "4頁"],
    ["", "1(2)", "河川の改修", "−", "1(2)-1", "護岸の補強", "−", "", "5頁"],
    ["2 学べるまち", "2(1)", "学校の充実", "C", "2(1)-1", "校舎の改築", "A", "", "6頁"],
  ];
  const found = (put: Cells) => inspectRows(rows, put, form).findings.map(note);

  it("reads the sheet without a finding, and marks by its own terms", () => {
    const { findings, marks, counts, form: known } = inspectRows(rows, {}, form);
    expect(findings.map(note)).toEqual([]);
    expect(counts).toEqual([2, 3, 4]);
    expect(known.form.id).toBe("midorino-city");
    expect(marks.map(({ code, level }) => [code, level])).toEqual([["1(1)-2", "attention"], ["2(1)", "required"]]);
  });

  it.each([
    ["text-required: the remedy is due where the grade is B", { H3: undefined }, ["text-required H3"]],
    ["text-required: and where it is C", { G5: "C" }, ["text-required H5"]],
    ["status-spelling: another dash", { D4: "-" }, ["status-spelling D4 safe −"]],
    ["status-spelling: full width", { G5: "Ａ" }, ["status-spelling G5 safe A"]],
    ["status-unknown: a small letter is another word", { G5: "a" }, ["status-unknown G5"]],
    ["code-spelling: full-width brackets", { B4: "1（2）" }, ["code-spelling B4 safe 1(2)"]],
    ["code-parent", { E4: "1(1)-3" }, ["code-parent E4"]],
    ["page-spelling", { I5: "p.6" }, ["page-spelling I5 safe 6頁"]],
    ["a date is not taken for 1(2)", { B4: { date: 46_024 } }, ["code-date B4"]],
  ] as const)("%s", (_, put, expected) => {
    expect(found(put)).toEqual(expected);
  });

  it("takes severities from the form's settings", () => {
    const strict = { ...form, rules: { "page-spelling": "error", "status-spelling": "off" } as const };
    const { findings } = inspectRows(rows, { I5: "p.6", G5: "Ａ" }, strict);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["page-spelling", "error"]]);
  });
});
