import { osakaWard } from "../form/built-in.ts";
import { levels, type Level } from "./levels.ts";
import { parseForm } from "../form/parse.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import { decideColumns, type Decided } from "./columns.ts";
import { Questions, type Answers, type Asked, type Doubt } from "./doubt.ts";
import type { Evidence } from "./evidence.ts";
import { pageWriting } from "./holds.ts";
import { columnIds, columnNames, levelName, roleOf } from "./names.ts";
import { inferVocabularies, type Inferred } from "./vocabularies.ts";

/** A form learned from a sheet, and what the sheet alone does not settle. Plain data: it can be sent between threads. */
export interface Proposal {
  readonly form: Form;
  /** Every question that came up, in the order in which it is best answered. */
  readonly asked: readonly Asked[];
  /** Those that are still in doubt. */
  readonly doubts: readonly Doubt[];
  readonly evidence: Evidence;
  readonly answers: Answers;
}

const usualPage = osakaWard.page ?? { write: "p.{n}", also: [] };

/** How codes are written where a level has none on the sheet. */
const usualCodes: Readonly<Record<Level, string>> = { issue: "{1}", strategy: "{1}-{2}", initiative: "{1}-{2}-{3}" };

/** The form that the evidence and the answers given speak for, with the questions that are still open. */
export function propose(evidence: Evidence, answers: Answers): Proposal {
  const questions = new Questions(answers);
  const codes = new Map(levels.map((level) => [level, decideCode(level, evidence, questions)] as const));
  const columns = decideColumns(decideHeader(evidence, questions), questions);
  const page = decidePage(columns, questions);
  const inferred = inferVocabularies(columns.filter(({ holds }) => holds === "status").map((column) => column.evidence), questions);
  const levelForm = (level: Level) => ({ name: levelName(level, columns), code: codes.get(level) ?? usualCodes[level] });
  const form: Form = {
    id: "learned",
    name: { ja: `「${evidence.sheet.name}」の様式`, en: `Form of the sheet ${evidence.sheet.name}` },
    levels: levels.filter((level) => columns.some((column) => column.level === level)).map((level) => ({ id: level, key: "nested", ...levelForm(level), ...(level === "issue" ? { mayBeEmpty: true } : {}), ...(level === "strategy" ? { missingAt: "child" } : {}) })),
    page,
    columns: formColumns(columns, inferred),
    vocabularies: Object.fromEntries(inferred.vocabularies.map((terms, index) => [`scale${index + 1}`, [...terms]])),
    spellings: inferred.spellings,
    totals: osakaWard.totals ?? [],
  };
  const asked = questions.asked();
  return { form: parseForm(JSON.stringify(form)), asked, doubts: asked.flatMap(({ doubt, answer }) => (answer === undefined ? [doubt] : [])), evidence, answers };
}

/** The evidence, without header words where they stand over other columns. */
function decideHeader(evidence: Evidence, questions: Questions): Evidence {
  const at = evidence.raggedHeader;
  if (!at || questions.decide({ kind: "header", at, choices: ["leave", "use"], chosen: "leave" }, false) === "use") return evidence;
  return { ...evidence, columns: evidence.columns.map((column) => ({ ...column, header: [] })) };
}

function decideCode(level: Level, { codes, columns }: Evidence, questions: Questions): string {
  const column = codes.get(level);
  const often = column?.patterns.filter(({ count }, index, [most]) => index === 0 || count >= (most?.count ?? 0) / 4) ?? [];
  const [chosen] = often;
  if (!column || !chosen) return usualCodes[level];
  const at = columns.find(({ place }) => place === column.place)?.at ?? { row: 0, column: column.place };
  const choices = often.map(({ pattern }) => pattern);
  return questions.decide<string>({ kind: "code-pattern", level, at, choices, chosen: chosen.pattern }, choices.length < 2);
}

function decidePage(columns: readonly Decided[], questions: Questions): NonNullable<Form["page"]> {
  const ways = new Map<string, number>();
  const pages = columns.filter(({ holds }) => holds === "page");
  for (const { text, count } of pages.flatMap(({ evidence }) => evidence.texts)) {
    const way = pageWriting(text);
    if (way !== undefined) ways.set(way, (ways.get(way) ?? 0) + count);
  }
  const sorted = [...ways].sort(([, one], [, other]) => other - one);
  const [most] = sorted;
  if (!most) return usualPage;
  const choices = sorted.filter(([, count]) => count >= most[1] / 4).map(([way]) => way);
  const at = pages[0]?.evidence.at ?? { row: 0, column: 0 };
  const write = questions.decide<string>({ kind: "page-pattern", at, choices, chosen: most[0] }, choices.length < 2);
  const also = [usualPage.write, ...usualPage.also];
  return { write, also: also.filter((way) => way !== write) };
}

function formColumns(columns: readonly Decided[], inferred: Inferred): FormColumn[] {
  const roles = onlyOnce(columns);
  const ids = columnIds(columns, roles);
  const names = columnNames(columns, roles);
  return columns.map((column, index) => {
    const { evidence, level, holds } = column;
    const role = roles[index];
    const vocabulary = holds === "status" ? `scale${(inferred.of.get(evidence.place) ?? 0) + 1}` : undefined;
    return {
      id: ids[index] ?? "",
      level,
      holds,
      name: names[index] ?? { ja: "", en: "" },
      header: [...evidence.header],
      ...(vocabulary === undefined ? {} : { vocabulary }),
      ...(role === undefined ? {} : { role }),
      ...(column.heading ? { heading: true } : {}),
      ...(column.optional ? { optional: true } : {}),
    };
  });
}

/** The roles; one that two columns of a level could have is nobody's. */
function onlyOnce(columns: readonly Decided[]): readonly FormColumn["role"][] {
  const roles = columns.map(roleOf);
  const uses = (index: number) => columns.filter(({ level }, other) => level === columns[index]?.level && roles[other] === roles[index]).length;
  return roles.map((role, index) => (uses(index) === 1 ? role : undefined));
}
