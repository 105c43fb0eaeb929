import type { Form } from "../../core/form/schema.ts";
import { a1 } from "../../core/model/address.ts";
import { plainText } from "../../core/model/plain-text.ts";
import { describeReasons } from "../../core/review/say.ts";
import { ruleTitle, describeFinding } from "../../core/rules/say.ts";
import { languages } from "../../core/wording/language.ts";
import { cellText } from "../../core/wording/phrase.ts";
import { chosenFor, isFinding, kindOf, type Entry, type Kind } from "./kinds.ts";

/** Decides which entries are shown. */
export interface Filter {
  /** Kinds to show; of findings all where no severity is among them, of rows to review all where no level is. */
  readonly kinds: ReadonlySet<Kind>;
  /** Shown rule; all if undefined. */
  readonly rule: string | undefined;
  /** Words that an entry must contain, in any case and width; "" for all. */
  readonly text: string;
}

export const noFilter: Filter = { kinds: new Set(), rule: undefined, text: "" };

export function isFiltering({ kinds, rule, text }: Filter): boolean {
  return kinds.size > 0 || rule !== undefined || text.trim() !== "";
}

/** Makes the test for the entries that pass a filter. */
export function passing(filter: Filter, form: Form): (entry: Entry) => boolean {
  const holds = holding(filter);
  const [ofFindings, ofMarks] = chosenFor(filter.kinds);
  return (entry) => {
    const kinds = isFinding(entry) ? ofFindings : ofMarks;
    if (kinds.length > 0 && !kinds.includes(kindOf(entry))) return false;
    if (filter.rule !== undefined && !(isFinding(entry) && entry.rule === filter.rule)) return false;
    return filter.text === "" || holds(said(entry, form));
  };
}

/** Makes the test for texts, in plain letters, that hold all words of a filter. */
export function holding({ text }: Filter): (said: string) => boolean {
  const words = plainText(text).split(/\s+/).filter((word) => word !== "");
  return (said) => words.every((word) => said.includes(word));
}

/** The words of an entry are made once, in both languages, since people search for what they remember. */
const sayings = new WeakMap<Entry, string>();

function said(entry: Entry, form: Form): string {
  let text = sayings.get(entry);
  if (text === undefined) sayings.set(entry, (text = plainText(wordsOf(entry, form).join("\n"))));
  return text;
}

/** Milliseconds. The first search comes later than a result, and a step is too short to notice. */
const restBefore = 1000;
const longestStep = 8;

/**
 * Makes the words of entries before anyone searches, in steps with pauses, since doing all at once would delay the first
 * typed letter. @returns a function that stops it
 */
export function prepareWords(entries: readonly Entry[], form: Form): () => void {
  let made = 0;
  const step = () => {
    const until = performance.now() + longestStep;
    for (const entry of entries.slice(made)) {
      if (performance.now() > until) break;
      said(entry, form);
      made++;
    }
    if (made < entries.length) timer = setTimeout(step);
  };
  let timer = setTimeout(step, restBefore);
  return () => clearTimeout(timer);
}

function wordsOf(entry: Entry, form: Form): readonly string[] {
  const place = [a1(entry.at), entry.code ?? "", entry.title];
  if (!isFinding(entry)) return [...place, ...languages.flatMap((language) => describeReasons(entry, form, language))];
  const worded = languages.flatMap((language) => [ruleTitle(entry.rule, language), describeFinding(entry, form, language).what]);
  return [...place, cellText(entry.value), ...worded];
}
