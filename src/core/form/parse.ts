import { config } from "zod/mini";
import type { FaultCode } from "../wording/form-faults.ts";
import { placeholders } from "./code.ts";
import { faultsOf, refusalOf, type Fault, type Path } from "./faults.ts";
import { foldWith } from "./fold.ts";
import { formShape, type Form, type Term } from "./schema.ts";
import { upgradeForm } from "./version-1.ts";

/** zod compiles its checks with `new Function`, which a strict content policy forbids. */
config({ jitless: true });

/** No rate reaches this share: larger numbers are meant as percent. */
const leastPercent = 20;

/** A form is a page of JSON, and never longer. UTF-16 units. */
const longestForm = 1_000_000;

/** Words in all groups of spellings: each is looked for in every text of a sheet. */
const mostSpellings = 500;

/**
 * A form from the text of a JSON file, of this version or the previous one, or with the questions that are printed beside it.
 * @throws {Refusal} form-invalid, its detail the wrong entries, a line each: see `describeFaults`
 */
export function parseForm(json: string): Form {
  return formFrom(unwrapped(parseJson(json, longestForm, "form-invalid")));
}

/** A form from the value of a JSON text. @throws {Refusal} form-invalid, as `parseForm` does */
export function formFrom(value: unknown): Form {
  const data = upgradeForm(value);
  const parsed = formShape.safeParse(data);
  if (!parsed.success) throw refusalOf(faultsOf(parsed.error.issues, data));
  const faults = new FormCheck(parsed.data).faults();
  if (faults.length > 0) throw refusalOf(faults);
  return parsed.data;
}

/** The form in the output of `npm run form -- FILE`: the form and its open questions. */
function unwrapped(data: unknown): unknown {
  return typeof data === "object" && data !== null && "form" in data && "questions" in data ? data.form : data;
}

/** The value of a JSON text, with or without a byte order mark. @param longest in UTF-16 units @throws {Refusal} form-invalid or settings-invalid, as `code` says, its detail the fault */
export function parseJson(json: string, longest: number, code: "form-invalid" | "settings-invalid"): unknown {
  if (json.length > longest) throw refusalOf([{ path: [], code: "too-long", fact: String(longest) }], code);
  if (json.includes("\uFFFD")) throw refusalOf([{ path: [], code: "not-utf8" }], code);
  const text = json.replace(/^\uFEFF/, "");
  if (text.trim() === "") throw refusalOf([{ path: [], code: "blank" }], code);
  try {
    return JSON.parse(text);
  } catch (error) {
    const line = wrongLine(text, error instanceof Error ? error.message : "");
    throw refusalOf([line === undefined ? { path: [], code: "not-json" } : { path: [], code: "not-json-line", fact: String(line) }], code);
  }
}

/** The line, from 1, in an engine's message: given by line or by place at the message's end. Undefined where it has neither. */
function wrongLine(text: string, message: string): number | undefined {
  const [, line] = / at line ([0-9]+) column [0-9]+ of the JSON data$/.exec(message) ?? [];
  if (line !== undefined) return Number(line);
  const [, position] = / at position ([0-9]+)(?: \(line [0-9]+ column [0-9]+\))?$/.exec(message) ?? [];
  if (position === undefined && !message.includes("end of JSON")) return undefined;
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}

/** Finds whether the parts fit together, which their shape does not tell. */
class FormCheck {
  readonly #faults: Fault[] = [];
  readonly #vocabularies: ReadonlyMap<string, Form["vocabularies"][string]>;

  constructor(readonly form: Form) {
    this.#vocabularies = new Map(Object.entries(form.vocabularies));
  }

  faults(): readonly Fault[] {
    this.#checkLevels();
    if (this.form.spellings.flat().length > mostSpellings) {
      // Each would be looked for in every other text of the form.
      this.#add(["spellings"], "too-many", String(mostSpellings));
      return this.#faults;
    }
    this.#checkSpellings();
    this.#checkVocabularies();
    this.#checkColumns();
    this.#checkThresholds();
    this.#checkPage();
    return this.#faults;
  }

  #checkPage(): void {
    const { page, columns } = this.form;
    if (page && page.write.split("{n}").length !== 2) this.#add(["page", "write"], "page-number");
    if (!page && columns.some(({ holds }) => holds === "page")) this.#add(["page"], "page-needed");
  }

  #add(path: Path, code: FaultCode, fact = ""): void {
    this.#faults.push({ path, code, fact });
  }

  #checkLevels(): void {
    const ids = new Set<string>();
    /** Number of numbers in the nested level above. */
    let above = 0;
    this.form.levels.forEach(({ id, key, code }, depth) => {
      const at = ["levels", depth];
      if (ids.has(id)) this.#add([...at, "id"], "used-twice", id);
      ids.add(id);
      if (!this.form.columns.some((column) => column.level === id)) this.#add(at, "no-column");
      if (key === "given" || key === "none") {
        if (code !== undefined) this.#add([...at, "code"], "no-code", key);
        return;
      }
      if (!this.#checkTemplate(code ?? "", [...at, "code"])) return;
      const found = [...(code ?? "").matchAll(placeholders)].map(([, place]) => place).join("");
      if (key === "nested") {
        const fits = found !== "" && "123456".startsWith(found) && (above === 0 || found.length === above + 1);
        if (!fits) this.#add([...at, "code"], "code-numbers", Array.from({ length: above + 1 }, (_, index) => `{${index + 1}}`).join(" "));
        above = found.length;
      } else if (found !== "n") this.#add([...at, "code"], "code-numbers", "{n}");
    });
  }

  /** False where the template has an unknown counting. */
  #checkTemplate(template: string, path: Path): boolean {
    const unknown = /\{[^{}]*\}?/.exec(template.replace(placeholders, ""))?.[0];
    if (unknown !== undefined) this.#add(path, "code-counting", unknown);
    if (/\{[1-6n](?::0[1-5])?\}\{[1-6n](?::0[1-5])?\}/.test(template)) this.#add(path, "code-apart");
    return unknown === undefined;
  }

  #checkSpellings(): void {
    const usual = this.form.spellings.flatMap(([word]) => word ?? []);
    const variants = new Set<string>();
    this.form.spellings.forEach(([, ...others], index) => {
      others.forEach((other, at) => {
        const path = ["spellings", index, at + 1];
        const inside = usual.find((word) => word.includes(other));
        if (inside !== undefined) this.#add(path, "feeds-another", inside);
        if (variants.has(other)) this.#add(path, "used-twice", other);
        variants.add(other);
      });
    });
  }

  #checkVocabularies(): void {
    const fold = foldWith(this.form.spellings);
    for (const [name, terms] of this.#vocabularies) {
      const seen = new Map<string, string>();
      const own = new Set(terms.map(({ text }) => text));
      terms.forEach((term, index) => {
        const at = ["vocabularies", name, index];
        for (const { text, path } of textsOf(term)) {
          const folded = fold(text) === "" ? text : fold(text);
          const other = seen.get(folded);
          if (other !== undefined && (other !== term.text || path[0] === "text")) this.#add([...at, ...path], "reads-alike", other);
          seen.set(folded, term.text);
        }
        (term.corresponds ?? []).forEach((text, place) => {
          if (own.has(text)) this.#add([...at, "corresponds", place], "same-column");
        });
      });
    }
  }

  #checkColumns(): void {
    const ids = new Set<string>();
    const levels = new Map(this.form.levels.map((level) => [level.id, level]));
    this.form.columns.forEach((column, index) => {
      const at = ["columns", index];
      if (ids.has(column.id)) this.#add([...at, "id"], "used-twice", column.id);
      ids.add(column.id);
      const level = levels.get(column.level);
      if (!level) this.#add([...at, "level"], "not-listed", [...levels.keys()].join(", "));
      if ((column.holds === "code" || column.holds === "label") && level?.key === "none") this.#add([...at, "holds"], "level-without-key");
      if (column.holds === "status" && !this.#vocabularies.has(column.vocabulary ?? "")) this.#add([...at, "vocabulary"], "not-listed", [...this.#vocabularies.keys()].join(", "));
      for (const key of ["vocabulary", "choice"] as const) if (column.holds !== "status" && column[key] !== undefined) this.#add([...at, key], "only-for-status");
      if (column.choice && this.#vocabularies.get(column.vocabulary ?? "")?.length === 1) this.#add(["vocabularies", column.vocabulary ?? ""], "too-few", "2");
      this.#checkRequiredWhen(column, at);
    });
  }

  #checkRequiredWhen({ requiredWhen, level }: Form["columns"][number], at: Path): void {
    if (!requiredWhen) return;
    const asked = this.form.columns.find(({ id }) => id === requiredWhen.column);
    const path = [...at, "requiredWhen"];
    if (asked?.holds !== "status" || asked.level !== level) {
      this.#add([...path, "column"], "not-a-status-column");
      return;
    }
    const terms = this.#vocabularies.get(asked.vocabulary ?? "") ?? [];
    requiredWhen.is.forEach((text, index) => {
      if (!terms.some((term) => term.text === text)) this.#add([...path, "is", index], "not-listed", terms.map((term) => term.text).join(", "));
    });
  }

  #idsOf(holds: Form["columns"][number]["holds"]): string {
    return this.form.columns.flatMap((column) => (column.holds === holds ? column.id : [])).join(", ");
  }

  #checkThresholds(): void {
    (this.form.thresholds ?? []).forEach((threshold, index) => {
      const at = ["thresholds", index];
      const grade = this.form.columns.find(({ id }) => id === threshold.grade);
      if (grade?.holds !== "status") this.#add([...at, "grade"], "not-listed", this.#idsOf("status"));
      const terms = this.#vocabularies.get(grade?.vocabulary ?? "") ?? [];
      for (const key of ["rate", "reached", "target"] as const) {
        const id = threshold[key];
        if (id !== undefined && !this.form.columns.some((column) => column.id === id && column.holds === "number")) this.#add([...at, key], "not-listed", this.#idsOf("number"));
      }
      if (threshold.rate === undefined && (threshold.reached === undefined || threshold.target === undefined)) this.#add(at, "no-numbers");
      const checkTerm = (term: string | undefined, path: Path) => {
        if (term !== undefined && !terms.some(({ text }) => text === term)) this.#add([...at, ...path], "not-listed", terms.map(({ text }) => text).join(", "));
      };
      threshold.steps.forEach(({ from, term }, step) => {
        const before = threshold.steps[step - 1]?.from;
        const isAbove = before !== undefined && (threshold.lowerIsBetter ? from <= before : from >= before);
        if (Math.abs(from) >= leastPercent) this.#add([...at, "steps", step, "from"], "not-a-share");
        else if (isAbove) this.#add([...at, "steps", step, "from"], "not-in-order", `${threshold.lowerIsBetter ? ">" : "<"} ${before}`);
        checkTerm(term, ["steps", step, "term"]);
      });
      checkTerm(threshold.else, ["else"]);
    });
  }
}

/** All cell texts that mean the term, each with its place in the term. */
function textsOf({ text, aliases = [], words = [] }: Term): readonly { readonly text: string; readonly path: Path }[] {
  const listed = (texts: readonly string[], key: string) => texts.map((one, index) => ({ text: one, path: [key, index] }));
  return [{ text, path: ["text"] }, ...listed(aliases, "aliases"), ...listed(words, "words")];
}
