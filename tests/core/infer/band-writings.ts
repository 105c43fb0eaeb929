import type { CellValue } from "../../../src/core/model/grid.ts";

type Row = readonly CellValue[];

const policies = ["安心して暮らせるまち", "にぎわいのあるまち"];
const measures = [[["地域福祉の推進", 3], ["災害への備え", 3]], [["観光の振興", 3], ["農業の振興", 3], ["商工業の支援", 3]]] as const;
const cycle = (words: readonly string[], index: number) => words[index % words.length];

interface BandWriting {
  readonly header: Row;
  readonly policy: (policy: number, name: string) => Row;
  readonly measure: (policy: number, measure: number, name: string) => Row;
  readonly project: (index: number, place: number, path: string) => Row;
}

/** Two policies with two and three measures, three projects each: bands on rows 2, 3, 7, 11, 12, 16 and 20. */
export function rowsOf({ header, policy, measure, project }: BandWriting, more: readonly (readonly [string, number])[] = []): readonly Row[] {
  let index = 0;
  const projects = (path: string, count: number) => Array.from({ length: count }, (_, place) => project(index++, place, `${path}-${place + 1}`));
  const ofMeasure = (first: number, second: number, name: string, count: number) => [measure(first, second, name), ...projects(`${first + 1}-${second + 1}`, count)];
  return [header, ...policies.flatMap((name, first) => [policy(first, name), ...[...(measures[first] ?? []), ...(first === 0 ? more : [])].flatMap(([own, count], second) => ofMeasure(first, second, own, count))])];
}

/** The same with one measure of two projects more: its band is on row 11, its projects on rows 12 and 13. */
export function nextRowsOf(writing: BandWriting): readonly Row[] {
  return rowsOf(writing, [["交通の便の改善", 2]]);
}

const rest = (index: number) => [cycle(["福祉課", "防災課", "土木課"], index), cycle(["順調", "概ね順調", "順調", "やや遅れている"], index)];
const project = (index: number) => [`取組の名${index + 1}`, ...rest(index)];
const listed = ["事業名", "担当課", "進捗状況"];
export const coded: BandWriting = {
  header: ["番号", ...listed],
  policy: (first, name) => [`政策${first + 1} ${name}`],
  measure: (first, second, name) => [`施策${first + 1}-${second + 1} ${name}`],
  project: (index, place) => [place + 1, ...project(index)],
};

/** Ways to tell the bands apart, and the names of the levels. */
export const writings: readonly (readonly [string, BandWriting, readonly string[]])[] = [
  ["by the words of their codes", coded, ["政策", "施策", "事業"]],
  ["by the writing of their numbers", { ...coded, policy: (first, name) => [`${"ⅠⅡ"[first] ?? ""} ${name}`], measure: (_, second, name) => [`(${second + 1}) ${name}`], project: (index) => [index + 1, ...project(index)] }, ["大項目", "中項目", "事業"]],
  ["by nested codes down to the projects", { ...coded, policy: (first, name) => [`${first + 1} ${name}`], measure: (first, second, name) => [`${first + 1}-${second + 1} ${name}`], project: (index, _, path) => [path, ...project(index)] }, ["大項目", "中項目", "事業"]],
  ["by their marks", { header: listed, policy: (_, name) => [`■${name}`], measure: (_, __, name) => [`○${name}`], project: (index) => project(index) }, ["大項目", "中項目", "事業"]],
  ["by their indent", { header: listed, policy: (_, name) => [name], measure: (_, __, name) => [`　${name}`], project: (index) => [`　　取組の名${index + 1}`, ...rest(index)] }, ["大項目", "中項目", "事業"]],
  ["by their columns", { header: ["政策", "施策", ...listed], policy: (_, name) => [name], measure: (_, __, name) => ["", name], project: (index) => ["", "", ...project(index)] }, ["政策", "施策", "事業"]],
  ["by a column and a mark", { header: ["政策", ...listed], policy: (_, name) => [name], measure: (_, __, name) => ["", `○${name}`], project: (index) => ["", ...project(index)] }, ["政策", "事業", "事業"]],
];
