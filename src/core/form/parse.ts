import { config } from "zod/mini";
import { Refusal } from "../model/refusal.ts";
import { placeholders } from "./code.ts";
import { foldWith } from "./fold.ts";
import { formShape, type Form } from "./schema.ts";
import { upgradeForm } from "./version-1.ts";

/** zod compiles its checks with `new Function`, which a strict content policy forbids. */
config({ jitless: true });

/** More faults than these help nobody. */
const mostFaults = 5;
/** A form is a page of JSON; a longer text is none. UTF-16 units. */
const longestForm = 1_000_000;

type Path = readonly (string | number)[];

/**
 * A form from the text of a JSON file, of this version or the one before.
 * @throws {Refusal} form-invalid, its detail the paths of the wrong values and what is wrong with each.
 */
export function parseForm(json: string): Form {
  const parsed = formShape.safeParse(upgradeForm(parseJson(json)));
  if (!parsed.success) throw refusal(parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })));
  const faults = new FormCheck(parsed.data).faults();
  if (faults.length > 0) throw refusal(faults);
  return parsed.data;
}

interface Fault {
  readonly path: Path;
  readonly message: string;
}

function refusal(faults: readonly Fault[]): Refusal {
  const told = faults.slice(0, mostFaults).map(({ path, message }) => (path.length === 0 ? message : `${path.join(".")}: ${message}`));
  const more = faults.length - told.length;
  return new Refusal("form-invalid", [...told, ...(more > 0 ? [`… ${more}`] : [])].join("; "));
}

function parseJson(json: string): unknown {
  if (json.length > longestForm) throw refusal([{ path: [], message: `needs at most ${longestForm} characters` }]);
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw refusal([{ path: [], message: error instanceof Error ? error.message : "not JSON" }]);
  }
}

/** What the shape of the parts does not tell: whether they fit together. */
class FormCheck {
  readonly #faults: Fault[] = [];
  readonly #vocabularies: ReadonlyMap<string, Form["vocabularies"][string]>;

  constructor(readonly form: Form) {
    this.#vocabularies = new Map(Object.entries(form.vocabularies));
  }

  faults(): readonly Fault[] {
    this.#checkLevels();
    this.#checkSpellings();
    this.#checkVocabularies();
    this.#checkColumns();
    this.#checkThresholds();
    const { page } = this.form;
    if (page && !page.write.includes("{n}")) this.#add(["page", "write"], "needs {n}");
    return this.#faults;
  }

  #add(path: Path, message: string): void {
    this.#faults.push({ path, message });
  }

  #checkLevels(): void {
    const ids = new Set<string>();
    /** How many numbers the nested level above has. */
    let above = 0;
    this.form.levels.forEach(({ id, key, code }, depth) => {
      const at = ["levels", depth];
      if (ids.has(id)) this.#add([...at, "id"], `needs another id: ${id} is used twice`);
      ids.add(id);
      if (key === "given" || key === "none") {
        if (code !== undefined) this.#add([...at, "code"], `must be left out where key is ${key}`);
        return;
      }
      const found = [...(code ?? "").matchAll(placeholders)].map(([, place]) => place).join("");
      if (key === "nested") {
        const fits = found !== "" && "123456".startsWith(found) && (above === 0 || found.length === above + 1);
        if (!fits) this.#add([...at, "code"], `needs ${above === 0 ? "{1}" : `{1} to {${above + 1}}`} once each, in order`);
        above = found.length;
      } else if (found !== "n") this.#add([...at, "code"], "needs {n} once");
      if (!this.form.columns.some((column) => column.level === id)) this.#add(at, "needs a column of its own");
    });
  }

  #checkSpellings(): void {
    const usual = new Set(this.form.spellings.map(([word]) => word));
    this.form.spellings.forEach(([word = "", ...others], index) => {
      others.forEach((other, at) => {
        if (usual.has(other) || word.includes(other)) this.#add(["spellings", index, at + 1], `must not be found in a usual word: ${other}`);
      });
    });
  }

  #checkVocabularies(): void {
    const fold = foldWith(this.form.spellings);
    for (const [name, terms] of this.#vocabularies) {
      const seen = new Map<string, string>();
      terms.forEach((term, index) => {
        for (const text of [term.text, ...(term.aliases ?? []), ...(term.words ?? [])]) {
          const folded = fold(text) === "" ? text : fold(text);
          const other = seen.get(folded);
          if (other !== undefined && other !== term.text) this.#add(["vocabularies", name, index, text === term.text ? "text" : "aliases"], `reads like another term: ${other}`);
          seen.set(folded, term.text);
        }
      });
    }
  }

  #checkColumns(): void {
    const ids = new Set<string>();
    const levels = new Map(this.form.levels.map((level) => [level.id, level]));
    this.form.columns.forEach((column, index) => {
      const at = ["columns", index];
      if (ids.has(column.id)) this.#add([...at, "id"], `needs another id: ${column.id} is used twice`);
      ids.add(column.id);
      const level = levels.get(column.level);
      if (!level) this.#add([...at, "level"], `needs ${[...levels.keys()].join(", ")}`);
      if ((column.holds === "code" || column.holds === "label") && level?.key === "none") this.#add([...at, "holds"], "needs a level with a key");
      if (column.holds === "status" && !this.#vocabularies.has(column.vocabulary ?? "")) this.#add([...at, "vocabulary"], `needs ${[...this.#vocabularies.keys()].join(", ")}`);
      if (column.holds !== "status" && column.vocabulary !== undefined) this.#add([...at, "vocabulary"], "only for a status");
      if (column.holds === "page" && !this.form.page) this.#add(["page"], "needed, since a column holds pages");
      this.#checkRequiredWhen(column, at);
    });
  }

  #checkRequiredWhen({ requiredWhen, level }: Form["columns"][number], at: Path): void {
    if (!requiredWhen) return;
    const asked = this.form.columns.find(({ id }) => id === requiredWhen.column);
    const path = [...at, "requiredWhen"];
    if (asked?.holds !== "status" || asked.level !== level) {
      this.#add([...path, "column"], "needs a status column of this level");
      return;
    }
    const terms = this.#vocabularies.get(asked.vocabulary ?? "") ?? [];
    requiredWhen.is.forEach((text, index) => {
      if (!terms.some((term) => term.text === text)) this.#add([...path, "is", index], `needs ${terms.map((term) => term.text).join(", ")}`);
    });
  }

  #checkThresholds(): void {
    (this.form.thresholds ?? []).forEach((threshold, index) => {
      const at = ["thresholds", index];
      const grade = this.form.columns.find(({ id }) => id === threshold.grade);
      if (grade?.holds !== "status") this.#add([...at, "grade"], "needs a status column");
      const terms = this.#vocabularies.get(grade?.vocabulary ?? "") ?? [];
      for (const key of ["rate", "reached", "target"] as const) {
        const id = threshold[key];
        if (id !== undefined && !this.form.columns.some((column) => column.id === id)) this.#add([...at, key], "needs a column");
      }
      if (threshold.rate === undefined && (threshold.reached === undefined || threshold.target === undefined)) this.#add(at, "needs rate, or reached and target");
      threshold.steps.forEach(({ term }, step) => {
        if (!terms.some(({ text }) => text === term)) this.#add([...at, "steps", step, "term"], "needs a term of that column");
      });
    });
  }
}
