import { beginsOf, likeness } from "./begins.ts";
import { codeKeyColumn } from "./key-column.ts";
import type { InferredLevel } from "./level-guess.ts";
import { stemOf } from "./level-words.ts";
import type { Profile } from "./profile.ts";
import { foldTerm } from "./scales.ts";
import type { FormAnswers } from "../form/known.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import type { Question } from "../model/question.ts";
import { foldHeaderWord } from "../table/header.ts";
import { cellText } from "../wording/phrase.ts";

/** Columns of one level and header of which a form uses one; nothing on the sheet tells which. */
export interface Twins {
  readonly holds: FormColumn["holds"];
  /** Column ids, left to right; at least two. */
  readonly ids: readonly string[];
  /** The column that is used until somebody answers. */
  readonly assumed: string;
  /** The first filled cell of each. */
  readonly cells: readonly CellPlace[];
  /** Set for judges whose rank nobody knows: what is in a column that does not decide is still due. By column id, their headers. */
  readonly judges?: ReadonlyMap<string, Form["name"]>;
}

type Group = readonly Profile[];

/** Columns with the same header and different contents. In 指標 評価 指標 評価 a group of headers is repeated: each column is about its own thing. */
export function findLikeHeaded(profiles: readonly Profile[], grid: Grid, rows: readonly number[]): readonly Group[] {
  const keys = new Map(profiles.map((profile) => [profile.place, profile.header.map(foldHeaderWord).join("\u0000")]));
  const groups = new Map<string, Profile[]>();
  for (const profile of profiles) {
    const key = keys.get(profile.place) ?? "";
    if (profile.path.own && profile.count > 0) groups.set(key, [...(groups.get(key) ?? []), profile]);
  }
  const isRepeated = (group: Group) => new Set(group.map(({ place }) => keys.get(place - 1))).size === 1;
  return [...groups.values()].filter((group) => group.length > 1 && !isRepeated(group) && differ(group, grid, rows));
}

function differ([first, ...others]: Group, grid: Grid, rows: readonly number[]): boolean {
  const text = (row: number, { place }: Profile) => foldTerm(cellText(grid.value(row, place)));
  return first !== undefined && rows.some((row) => others.some((other) => text(row, other) !== text(row, first)));
}

/** The columns of a group that hold the codes of one level; only one of them is the level's key column. */
export function codeTwins(group: Group, levels: readonly InferredLevel[]): Group {
  const level = levels.find(({ keyColumn: { profile, holds } }) => holds === "code" && group.includes(profile));
  if (!level) return [];
  const isTwin = (profile: Profile) =>
    levels.every(({ keyColumn }) => keyColumn.profile !== profile) && codeKeyColumn(profile, stemOf(profile.header), beginsOf([profile]))?.holds === "code" && likeness(beginsOf([profile]), level.keyColumn.begins) > 0.9;
  return group.filter((profile) => profile === level.keyColumn.profile || isTwin(profile));
}

/** The columns of a group between which a form has to choose: those that hold the same and are on one level. Undefined if there are fewer than two. */
export function twinsAmong(group: Group, codes: Group, columnOf: (profile: Profile) => FormColumn | undefined, cellOf: (profile: Profile) => CellPlace): Twins | undefined {
  const columns = new Map(group.flatMap((profile) => {
    const column = columnOf(profile);
    return column ? [[profile, column] as const] : [];
  }));
  const first = codes.length > 1 ? undefined : [...columns.values()].find(isChoice);
  const own = codes.length > 1 ? codes : [...columns].flatMap(([profile, column]) => (first && isChoice(column) && column.holds === first.holds && column.level === first.level ? [profile] : []));
  const ids = own.flatMap((profile) => columns.get(profile)?.id ?? []);
  const holds = codes.length > 1 ? "code" : first?.holds;
  if (ids.length < 2 || holds === undefined) return undefined;
  // The last judgement counts, if it has been made.
  const most = own.reduce((largest, { count }) => Math.max(largest, count), 0);
  const assumed = holds === "status" ? own.findLastIndex(({ count }) => 2 * count >= most) : 0;
  return { holds, ids, assumed: ids[assumed] ?? "", cells: own.map(cellOf) };
}

function isChoice({ holds, decides }: FormColumn): boolean {
  return holds === "page" || holds === "section" || (holds === "status" && decides !== false);
}

/** The column that the answers choose, and what was asked on the way: of several columns the last, then the one before it. */
export function chosenOf(twins: Twins, name: Form["name"], answers: FormAnswers): { readonly id: string; readonly questions: readonly Question[] } {
  const questions: Question[] = [];
  for (let place = twins.ids.length - 1; place > 0; place--) {
    const id = twins.ids[place] ?? "";
    const others = twins.ids.slice(0, place);
    const assumed = others.includes(twins.assumed) ? twins.assumed : id;
    if (!answers.has(`decides:${id}`) && others.some((other) => answers.get(`decides:${other}`) === "yes")) continue;
    questions.push(question(twins, name, { id, others, isAssumed: assumed === id }));
    const answer = answers.get(`decides:${id}`);
    if (answer === "yes") return { id, questions };
    if (answer === undefined) return { id: assumed, questions };
  }
  return { id: twins.ids[0] ?? "", questions };
}

function question({ holds, ids, cells, judges }: Twins, name: Form["name"], { id, others, isAssumed }: { readonly id: string; readonly others: readonly string[]; readonly isAssumed: boolean }): Question {
  const asked = holds === "status" ? { ja: "見直しが要る項目は、どの列の評価で決めますか。", en: "Which of them decides what is to be reviewed?" } : { ja: "どの列を使いますか。", en: "Which of them is to be used?" };
  return {
    id: `decides:${id}`,
    text: judges
      ? { ja: `評価した人が${ids.length}人（又は組織）あり、見出しだけではどちらが優先か分かりません。${asked.ja}`, en: `${ids.length} people or offices judge, and their headers do not tell who comes last. ${asked.en}` }
      : { ja: `「${name.ja}」の列が${ids.length}つあり、見出しだけでは区別できません。${asked.ja}`, en: `${ids.length} columns are headed “${name.en}”. ${asked.en}` },
    choices: [
      { value: "yes", text: columnsNamed([id], judges) },
      { value: "no", text: columnsNamed(others, judges) },
    ],
    assumed: isAssumed ? "yes" : "no",
    cells,
    ...(judges && { isOfMarks: true }),
  };
}

function columnsNamed(ids: readonly string[], judges: Twins["judges"]): Form["name"] {
  const texts = ids.map((id) => {
    const name = judges?.get(id);
    return name ? { ja: `${id}列（${name.ja}）`, en: `${id} (${name.en})` } : { ja: `${id}列`, en: id };
  });
  return { ja: texts.map(({ ja }) => ja).join("、"), en: `Column ${texts.map(({ en }) => en).join(", ")}` };
}

/** The columns of the form after the choice. Codes are chosen while the levels are inferred. */
export function withChosen(columns: readonly FormColumn[], { holds, ids, judges }: Twins, chosen: string): FormColumn[] {
  return columns.map((column) => {
    if (column.id === chosen || !ids.includes(column.id) || holds === "code") return column;
    if (judges) return { ...column, decides: false };
    return holds === "status" ? { ...column, decides: false, optional: true } : { ...column, holds: "note", optional: true };
  });
}
