import { builtInForms, osakaWard } from "../../src/core/form/built-in.ts";
import { parseForm } from "../../src/core/form/parse.ts";
import type { Form } from "../../src/core/form/schema.ts";
import type { Grid } from "../../src/core/model/grid.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { inert } from "../../src/core/wording/hidden.ts";
import { explainRefusal } from "../../src/core/wording/refusal-causes.ts";
import { gridOf } from "../core/sheet.ts";
import type { Chance } from "./chance.ts";

type Draft = Record<string, unknown>;
type Change = (draft: Draft, chance: Chance) => void;

/** Texts that a form may hold, and that are more than texts to somebody. */
const odd = ["(a+)+$", ".*", "[^]*", "\\", "(?=", "{n}{n}", "$&", "$1", "\u202e順調", "\u0007", "\ud800", "か\u3099", "\u{E0041}", "__proto__", "constructor", "a", "1", "-", "　", "[U+200B]", "</script>", "=1+1", "あ".repeat(200), "(".repeat(200), "1-".repeat(100), "順".repeat(199), "達成", "未達成"] as const;
const templates = ["{1}(.*)+{2}", "(?:{1})*-{2}", "[{1}", "{1}{1}", "{1:01}", "{1:05}-{2:05}-{3:05}", "{n:Ⅰ}", "{n:ア}", "{n:①}", "{n:A}", "{n}", "{1}", "{1}-{2}", "{1}-{2}-{3}", "第{1}", "{1}-{2}-{3}-{4}-{5}-{6}", "{7}", "{", "\\d{1}", `${"(".repeat(100)}{1}`, "{1}-{2:Ⅰ}-{3:①}", "\u202e{n}", "{1} {2}"] as const;
const keys = ["nested", "running", "restarting", "given", "none", "constructor"] as const;
const holds = ["label", "code", "text", "status", "page", "number", "section", "note"] as const;
const both = (text: string) => ({ ja: text, en: text });

const changes: readonly [Change, ...Change[]] = [
  // Up to seven levels, whose keys and templates need not fit.
  (draft, chance) => {
    const levels = Array.from({ length: 1 + chance.below(7) }, (_, depth) => ({ id: chance.below(9) === 0 ? "l0" : `l${depth}`, name: both(chance.of(odd)), key: chance.of(keys), ...(chance.below(3) > 0 && { code: chance.of(templates) }), ...(chance.below(5) === 0 && { first: chance.of([0, 2, 2 ** 53, 1.5]) }), mayBeEmpty: chance.below(2) === 0 }));
    draft["levels"] = levels;
    draft["columns"] = levels.flatMap(({ id, key }, depth) => [column(`c${depth}`, id, key === "none" ? "text" : "code", chance), column(`s${depth}`, id, chance.of(holds), chance)]);
  },
  // Nested levels that fit, with statuses.
  (draft, chance) => {
    const count = 1 + chance.below(6);
    const mark = chance.of(["-", "(.*)", "第", "\\", "の"]);
    draft["levels"] = Array.from({ length: count }, (_, depth) => ({ id: `l${depth}`, name: both(chance.of(odd)), key: "nested", code: Array.from({ length: depth + 1 }, (_unused, at) => `{${at + 1}}`).join(mark) }));
    draft["columns"] = Array.from({ length: count }, (_, depth) => [column(`c${depth}`, `l${depth}`, "code", chance), column(`s${depth}`, `l${depth}`, "status", chance)]).flat();
  },
  // As many terms, words and spellings as may be, or far more.
  (draft, chance) => {
    const many = chance.of([60, 61, 100_000]);
    const text = chance.of(odd);
    draft["vocabularies"] = { ...entriesIn(draft["vocabularies"]), [chance.of(["outcome", "target", "__proto__", "x"])]: Array.from({ length: many }, (_, at) => ({ text: `${text.slice(0, 190)}${at}`, meaning: "good", ...(many < 1000 && { words: Array.from({ length: 100 }, (_unused, word) => `${at}の${word}${text.slice(0, 180)}`) }) })) };
  },
  (draft, chance) => {
    const text = chance.of(odd);
    draft["spellings"] = chance.of([
      () => Array.from({ length: 200 }, (_, at) => Array.from({ length: 20 }, (_unused, word) => `${at}${text.slice(0, 150)}${word}`)),
      () => [["a", "b"], ["b", "a"]],
      () => [[text, "a"], ["aa", text]],
      () => [["順調順調", "順"], ["順", "調"]],
      () => [[text + text, text]],
      () => [[], [text]],
      () => Array.from({ length: 5000 }, () => [text, text]),
    ])();
  },
  // Columns: very many, or names that lead to themselves and in circles.
  (draft, chance) => {
    const level = chance.of(["issue", "strategy", "initiative", "none"]);
    draft["columns"] = [...listed(draft["columns"]), ...Array.from({ length: chance.of([1, 150, 3000]) }, (_, at) => column(`x${at}`, level, chance.of(holds), chance))];
  },
  (draft, chance) => {
    const columns = listed(draft["columns"]);
    const ids = columns.map((one) => (typeof one === "object" && one !== null && "id" in one ? String(one.id) : ""));
    draft["columns"] = columns.map((one) => (chance.below(3) === 0 ? { ...entriesIn(one), requiredWhen: { column: chance.of(ids), is: [chance.of(odd)] }, level: chance.of(["issue", "strategy", "initiative"]) } : one));
    draft["thresholds"] = Array.from({ length: chance.of([1, 200]) }, () => ({ grade: chance.of(ids), rate: chance.of(ids), steps: Array.from({ length: chance.of([1, 60]) }, (_, at) => ({ from: chance.of([1, 0.8, -1, 1e308, -1e308, 5e-324, 1 / (at + 1)]), term: chance.of(odd) })) }));
  },
  (draft, chance) => {
    draft["page"] = { write: chance.of(["{n}", "p.{n}", "{n}{n}", "(.*)+{n}$", `${"p".repeat(190)}{n}`, "\u202e{n}", "1{n}1"]), also: Array.from({ length: chance.of([1, 100]) }, () => chance.of([...odd, "{n}"])) };
    draft["totals"] = Array.from({ length: chance.of([1, 100]) }, () => chance.of(odd));
  },
  // Deep values and long texts, where nobody looks for any.
  (draft, chance) => {
    const depth = chance.of([100, 5000, 90_000]);
    draft[chance.of(["source", "name", "levels", "rules", "vocabularies", "x"])] = chance.of<() => unknown>([() => `deep [${depth}`, () => `deep {${depth}`, () => "x".repeat(1_000_000), () => Array.from({ length: 50_000 }, () => chance.of(odd)), () => Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, []]))])();
  },
];

function column(id: string, level: string, kind: string, chance: Chance) {
  return { id, level, holds: kind, name: both(chance.of(odd)), header: Array.from({ length: 1 + chance.below(3) }, () => chance.of([...odd, "#".repeat(200), "目標"])), ...(kind === "status" && { vocabulary: chance.of(["outcome", "target", "x"]) }), ...(chance.below(4) === 0 && { otherHeaders: [chance.of(odd)], optional: true }) };
}

/** A copy of an object's entries; none of anything else. */
function entriesIn(value: unknown): Draft {
  const entries: readonly (readonly [string, unknown])[] = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries);
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A form of which whole entries were made anew: JSON, but deep, wrong, very large, or right and unusual. */
export function unusualForm(chance: Chance): string {
  const draft = entriesIn(chance.below(3) === 0 ? chance.of(builtInForms).form : osakaWard);
  for (let times = chance.below(3); times >= 0; times--) chance.of(changes)(draft, chance);
  // What is nested so deep is written as text: no way of making JSON goes so far.
  return JSON.stringify(draft).replace(/"deep (.)(\d+)"/g, (_, bracket: string, depth: string) => (bracket === "[" ? "[".repeat(Number(depth)) + "]".repeat(Number(depth)) : `${'{"a":'.repeat(Number(depth))}1${"}".repeat(Number(depth))}`));
}

/** The form of a text. Whatever is wrong with it must be sayable, in few words that steer nothing. @throws {Refusal} form-invalid */
export function sayableForm(text: string): Form {
  try {
    return parseForm(text);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const language of ["ja", "en"] as const) {
      const said = explainRefusal(error, language);
      if (said !== inert(said) || said.length > 3000) throw new Error(`said: ${said.length} ${JSON.stringify(said.slice(0, 200))}`);
    }
    throw error;
  }
}

/** A sheet that the form may fit: its headers, and rows of its codes and terms. */
export function sheetOf({ columns, levels, vocabularies }: Form, chance: Chance): Grid {
  const shown = columns.slice(0, 40);
  const depthOf = (id: string) => levels.findIndex((level) => level.id === id);
  const head = [0, 1, 2].map((row) => shown.map(({ header }) => header[row] ?? ""));
  const rows = Array.from({ length: 24 }, (_, at) =>
    shown.map(({ holds: kind, level, vocabulary }) => {
      const depth = depthOf(level);
      const every = 2 ** (levels.length - 1 - depth);
      if (at % every !== 0) return "";
      if (kind === "status") return chance.of((Object.entries(vocabularies).find(([name]) => name === vocabulary)?.[1] ?? []).map(({ text }) => text));
      if (kind === "code" || kind === "label") return (levels[depth]?.code ?? "").replace(/\{(\d|n)[^}]*\}/g, (_place, place: string) => String(1 + (place === "n" ? at : Math.floor(at / 2 ** (levels.length - Number(place))) % 2)));
      return kind === "page" ? `p.${at + 1}` : kind === "number" ? String(at) : chance.of(odd);
    }),
  );
  return gridOf([...head, ...rows]);
}
