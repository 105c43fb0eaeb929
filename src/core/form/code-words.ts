import { withoutSpace } from "../wording/hidden.ts";
import { foldDashes, foldWidth } from "./fold.ts";
import type { Level } from "./levels.ts";
import type { Form } from "./schema.ts";

/** Words that stand before codes of any level. */
const common = ["no.", "no", "#", "番号", "項番", "施策", "事業", "課題", "目標", "取組", "戦略", "項目"];
const opening = /^[「『【〔《〈([<]/;
const closing = /[」』】〕》〉)\]>]$/;
const stop = /[.。:：、,]$/;

const leadingApostrophe = /^['’‘`´]/;

/** A code without spaces, in plain width, with one kind of dash. */
export function cleanCode(text: string): string {
  return foldDashes(withoutSpace(foldWidth(text).replace(leadingApostrophe, "")));
}

/** What people write around the codes of a level: its name, brackets, a full stop. */
export class CodeWords {
  readonly #words: readonly string[];

  constructor(form: Form, level: Level) {
    const column = form.columns.find((each) => each.level === level && each.holds === "code");
    const named = [form.levels[level].name.ja, ...(column ? [column.name.ja, ...column.header, ...(column.otherHeaders ?? [])] : [])].map((words) => cleanCode(words).toLowerCase());
    this.#words = [...new Set([...named, ...common])].filter((word) => word !== "").sort((one, other) => other.length - one.length);
  }

  /** The code, folded and without spaces, without what stands around it; undefined where nothing does. */
  bare(text: string): string | undefined {
    const lower = text.toLowerCase();
    const word = this.#words.find((each) => lower.startsWith(each)) ?? "";
    const inner = text.slice(word.length).replace(word === "" ? "" : ":", "").replace(stop, "");
    const isEnclosed = opening.test(inner) && closing.test(inner);
    const bare = isEnclosed ? inner.slice(1, -1) : inner;
    return bare === text || bare === "" ? undefined : bare;
  }
}
