import fc from "fast-check";
import type { LevelKey } from "../../../src/core/form/levels.ts";
import type { Form, FormColumn, FormLevel } from "../../../src/core/form/schema.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";

/**
 * The random parts of a level: its key, whether code and title share a cell, its number of statuses, and the number of items
 * under each parent.
 */
interface LevelPlan {
  readonly key: LevelKey;
  readonly isLabel: boolean;
  readonly statuses: number;
  readonly items: number;
}

/** Other columns of the innermost level and what the form says about them. */
interface Extras {
  /** Its text starts with a 【heading】. */
  readonly heading: boolean;
  /** It has a text that is required if the first status is the second term. */
  readonly reason: boolean;
  /** It has a rate from which the first status follows. */
  readonly rate: boolean;
  /** The roles of its two statuses for the contradiction rules; a status above is the outcome of targets. */
  readonly roles: readonly ["target", "action"] | readonly ["outcome", "effectiveness"] | undefined;
  /** Its second status has its own scale. */
  readonly otherScale: boolean;
}

/** How a sheet of the form is filled. */
interface Filling {
  readonly filledDown: boolean;
  readonly titleRows: number;
  readonly writing: "plain" | "word" | "brackets" | "wide";
  readonly status: "words" | "signs" | "both";
  readonly scale: number;
  readonly hasPages: boolean;
}

export interface Plan extends Filling, Extras {
  readonly levels: readonly LevelPlan[];
}

const names = ["基本政策", "分野", "政策", "施策", "事務事業", "指標"];
const scales: readonly (readonly string[])[] = [
  ["順調", "遅れ"],
  ["達成", "一部達成", "未達成"],
  ["拡充", "継続", "縮小", "廃止"],
  ["良好", "概ね良好", "普通", "やや不良", "不良"],
];
const signs = ["A", "B", "C", "D", "E"];

const levelPlan = fc.record({
  key: fc.constantFrom<LevelKey>("nested", "nested", "running", "restarting", "given", "none"),
  isLabel: fc.boolean(),
  statuses: fc.integer({ min: 0, max: 2 }),
  items: fc.integer({ min: 1, max: 3 }),
});

const noExtras: Extras = { heading: false, reason: false, rate: false, roles: undefined, otherScale: false };

/** Nested codes start at the outermost level without a gap. The innermost level has a status and is on every row. */
export const plainPlans: fc.Arbitrary<Plan> = fc
  .record({
    levels: fc.array(levelPlan, { minLength: 1, maxLength: 6 }),
    filledDown: fc.boolean(),
    titleRows: fc.integer({ min: 0, max: 3 }),
    writing: fc.constantFrom("plain", "word", "brackets", "wide"),
    status: fc.constantFrom("words", "signs", "both"),
    scale: fc.nat(scales.length - 1),
    hasPages: fc.boolean(),
  })
  .map((plan) => ({
    ...plan,
    ...noExtras,
    levels: plan.levels.map((level, depth, all): LevelPlan => {
      const isInnermost = depth === all.length - 1;
      const canNest = all.slice(0, depth).every(({ key }) => key === "nested");
      const key = level.key === "nested" && !canNest ? "restarting" : level.key === "restarting" && depth === 0 ? "running" : level.key;
      const statuses = isInnermost ? Math.max(1, level.statuses) : level.statuses;
      return { key, isLabel: level.isLabel && !isInnermost && key !== "none", statuses, items: isInnermost ? level.items + 2 : depth === 0 ? level.items + 1 : level.items };
    }),
  }));

/** The same with further parts of a form. */
export const plans: fc.Arbitrary<Plan> = fc
  .tuple(
    plainPlans,
    fc.record<Extras>({
      heading: fc.boolean(),
      reason: fc.boolean(),
      rate: fc.boolean(),
      roles: fc.constantFrom(undefined, ["target", "action"], ["outcome", "effectiveness"]),
      otherScale: fc.boolean(),
    }),
  )
  .map(([plan, extras]) => ({ ...plan, ...extras }));

const template = (key: LevelKey, depth: number) => (key === "nested" ? Array.from({ length: depth + 1 }, (_, index) => `{${index + 1}}`).join("-") : key === "running" || key === "restarting" ? "{n}" : undefined);

const both = (text: string) => ({ ja: text, en: text });
const vocabulary = (scale: number) => (scales[scale] ?? []).map((text, index) => ({ text, meaning: index === 0 ? ("good" as const) : ("bad" as const), aliases: [signs[index] ?? ""] }));
const otherScale = (scale: number) => (scale + 1) % scales.length;

/** The form of the plan. Each level has its code and text, or its label, then its statuses; extras and a page follow those of the innermost. */
export function formOf(plan: Plan): Form {
  const { levels, scale, hasPages, rate } = plan;
  const formLevels = levels.map(({ key }, depth): FormLevel => {
    const code = template(key, depth);
    return { id: `level${depth}`, name: both(names[depth] ?? ""), key, ...(code === undefined ? {} : { code }) };
  });
  const [good = "", bad = ""] = scales[scale] ?? [];
  const grade = `status0x${levels.length - 1}`;
  return {
    id: "random", name: both("無作為の様式"), levels: formLevels, columns: levels.flatMap((_, depth) => columnsOf(plan, depth)), spellings: [],
    ...(hasPages ? { page: { write: "p.{n}", also: [] } } : {}),
    ...(rate ? { thresholds: [{ grade, rate: `rate${levels.length - 1}`, steps: [{ from: 1, term: good }], else: bad }] } : {}),
    vocabularies: { grade: vocabulary(scale), ...(hasOther(plan) ? { other: vocabulary(otherScale(scale)) } : {}) },
  };
}

const hasOther = ({ levels, otherScale: has }: Plan) => has && levels.at(-1)?.statuses === 2;

function columnsOf(plan: Plan, depth: number): readonly FormColumn[] {
  const { key = "none", isLabel = false, statuses = 0 } = plan.levels[depth] ?? {};
  const name = names[depth] ?? "";
  const isInnermost = depth === plan.levels.length - 1;
  const column = (id: string, holds: FormColumn["holds"], header: string, more: Partial<FormColumn> = {}): FormColumn => ({
    id: `${id}${depth}`, level: `level${depth}`, holds, name: both(header), header: [header], ...more,
  });
  const roleOf = (index: number): Partial<FormColumn> => {
    const role = isInnermost ? plan.roles?.[index] : index === 0 && plan.roles?.[0] === "target" ? "outcome" : undefined;
    return role && (statuses === 2 || plan.roles?.[0] === "target") ? { role } : {};
  };
  const [, bad = ""] = scales[plan.scale] ?? [];
  return [
    ...(isLabel ? [column("label", "label", name)] : [...(key === "none" ? [] : [column("code", "code", `${name}番号`)]), column("text", "text", `${name}名`, isInnermost && plan.heading ? { heading: true } : {})]),
    ...Array.from({ length: statuses }, (_, index) =>
      column(`status${index}x`, "status", `${name}の評価${"甲乙".charAt(index)}`, { vocabulary: isInnermost && index === 1 && hasOther(plan) ? "other" : "grade", ...roleOf(index) }),
    ),
    ...(isInnermost && plan.rate ? [column("rate", "number", "達成率")] : []),
    ...(isInnermost && plan.reason ? [column("reason", "text", "未達の理由", { requiredWhen: { column: `status0x${depth}`, is: [bad] } })] : []),
    ...(isInnermost && plan.hasPages ? [column("page", "page", "掲載頁")] : []),
  ];
}

/** A clean sheet of the plan's form, and the place of each item. */
export interface RandomSheet {
  readonly rows: CellValue[][];
  readonly columns: readonly FormColumn[];
  readonly counts: readonly number[];
  /** The innermost items by row: the number of items under their parent, and the position among them, from 1. */
  readonly items: readonly Item[];
}

export interface Item {
  readonly row: number;
  readonly number: number;
  readonly siblings: number;
  /** The numbers of the parents and its own. */
  readonly path: readonly number[];
}

/** The text in full-width characters. */
export const wide = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

export function layOut(plan: Plan, form: Form): RandomSheet {
  const { levels, filledDown, titleRows } = plan;
  const rows: CellValue[][] = Array.from({ length: titleRows }, (_, index) => (index === 0 ? ["自己評価の一覧"] : []));
  rows.push(form.columns.map(({ header }) => header.at(-1)));
  const counts = levels.map(() => 0);
  const items: Item[] = [];
  let page = 0;
  const cellsOf = (depth: number, path: readonly number[], count: number): readonly CellValue[] => form.columns.flatMap(({ level, holds, heading, vocabulary: scale, requiredWhen }): CellValue[] => {
    if (level !== `level${depth}`) return [];
    const code = codeOf(plan, depth, path, count);
    const title = `${heading ? "【見出し】" : ""}${names[depth] ?? ""}の取組${count}`;
    const isGood = count % 5 !== 4;
    if (holds === "label") return [plan.writing === "brackets" && levels[depth]?.key !== "given" ? `${code}${title}` : `${code} ${title}`];
    if (holds === "code") return [code];
    if (holds === "page") return [`p.${++page}`];
    if (holds === "number") return [isGood ? 1.2 : 0.4];
    if (requiredWhen) return [isGood ? undefined : "天候の不順による"];
    return [holds === "status" ? statusOf(plan, isGood ? 0 : 1, scale) : title];
  });
  const put = (depth: number, path: readonly number[], before: readonly (readonly CellValue[])[]): void => {
    const { items: siblings = 0 } = levels[depth] ?? {};
    for (let number = 1; number <= siblings; number++) {
      counts[depth] = (counts[depth] ?? 0) + 1;
      const own = [...path, number];
      const cells = [...(filledDown || number === 1 ? before : before.map((each) => each.map(() => undefined))), cellsOf(depth, own, counts[depth] ?? 0)];
      if (depth < levels.length - 1) put(depth + 1, own, cells);
      else {
        items.push({ row: rows.length, number, siblings, path: own });
        rows.push(cells.flat());
      }
    }
  };
  put(0, [], []);
  return { rows, columns: form.columns, counts, items };
}

/** A code in the plan's writing. */
export function codeOf({ levels, writing }: Plan, depth: number, path: readonly number[], count: number): string {
  const key = levels[depth]?.key;
  if (key === "given") return `${212 + 7 * count}-0${depth}-${36 + count}`;
  const code = key === "nested" ? path.join("-") : String(key === "running" ? count : path.at(-1));
  if (writing === "word") return `${names[depth] ?? ""}${code}`;
  return writing === "brackets" ? `【${code}】` : writing === "wide" ? wide(code) : code;
}

/** A status of one of the plan's scales, in its writing. */
export function statusOf({ scale, status }: Plan, index: number, name = "grade"): string {
  const word = wordOf(scale, index, name);
  const sign = signs[index] ?? "";
  return status === "words" ? word : status === "signs" ? sign : `${sign}：${word}`;
}

/** The term's own word. */
export function wordOf(scale: number, index: number, name: string): string {
  return scales[name === "other" ? otherScale(scale) : scale]?.[index] ?? "";
}
