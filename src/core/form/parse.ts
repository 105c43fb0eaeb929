import { config } from "zod/mini";
import { Refusal } from "../model/refusal.ts";
import { placeholders } from "./code.ts";
import { foldWith } from "./fold.ts";
import { levels, type Level } from "./levels.ts";
import { formShape, type Form } from "./schema.ts";

/** zod compiles its checks with `new Function`, which a strict content policy forbids. */
config({ jitless: true });

/**
 * A form from the text of a JSON file.
 * @throws {Refusal} form-invalid, its detail the path of the wrong value and what is wrong with it.
 */
export function parseForm(json: string): Form {
  const parsed = formShape.safeParse(parseJson(json));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(issue?.path.map(String) ?? [], issue?.message ?? "");
  }
  checkLevels(parsed.data);
  checkVocabularies(parsed.data);
  checkColumns(parsed.data);
  if (!parsed.data.page.write.includes("{n}")) throw wrong(["page", "write"], "needs {n}");
  return parsed.data;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw wrong([], error instanceof Error ? error.message : "not JSON");
  }
}

function wrong(path: readonly (string | number)[], message: string): Refusal {
  return new Refusal("form-invalid", path.length === 0 ? message : `${path.join(".")}: ${message}`);
}

function checkLevels(form: Form): void {
  levels.forEach((level: Level, depth) => {
    const found = [...form.levels[level].code.matchAll(placeholders)].map(([, place]) => place).join("");
    if (found !== "123".slice(0, depth + 1)) throw wrong(["levels", level, "code"], `needs {1} to {${depth + 1}} once each, in order`);
  });
}

function checkVocabularies(form: Form): void {
  const fold = foldWith(form.spellings);
  for (const [name, terms] of Object.entries(form.vocabularies)) {
    const seen = new Set<string>();
    terms.forEach((term, index) => {
      const folded = fold(term.text);
      if (folded === "" || seen.has(folded)) throw wrong(["vocabularies", name, index, "text"], "reads like another term");
      seen.add(folded);
    });
  }
}

function checkColumns(form: Form): void {
  const vocabularies = new Map(Object.entries(form.vocabularies));
  const ids = new Set<string>();
  form.columns.forEach((column, index) => {
    const at = ["columns", index];
    if (ids.has(column.id)) throw wrong([...at, "id"], "used twice");
    ids.add(column.id);
    if (column.holds === "status" && !vocabularies.has(column.vocabulary ?? "")) throw wrong([...at, "vocabulary"], "no such vocabulary");
    if (column.holds !== "status" && column.vocabulary !== undefined) throw wrong([...at, "vocabulary"], "only for a status");
    checkRequiredWhen(form, column, at);
  });
}

function checkRequiredWhen(form: Form, column: Form["columns"][number], at: readonly (string | number)[]): void {
  if (!column.requiredWhen) return;
  const asked = form.columns.find(({ id }) => id === column.requiredWhen?.column);
  const path = [...at, "requiredWhen"];
  if (asked?.holds !== "status" || asked.level !== column.level) throw wrong([...path, "column"], "no status column of this level");
  const terms = new Map(Object.entries(form.vocabularies)).get(asked.vocabulary ?? "") ?? [];
  column.requiredWhen.is.forEach((text, index) => {
    if (!terms.some((term) => term.text === text)) throw wrong([...path, "is", index], "no term of that column");
  });
}
