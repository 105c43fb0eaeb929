import { describe, expect, it } from "vitest";
import { cliTexts } from "../../src/cli/texts.ts";
import { replyWords } from "../../src/core/reply/texts.ts";
import { summaryTexts } from "../../src/core/summary/texts.ts";
import { severityNames } from "../../src/core/wording/severities.ts";
import { paneTexts } from "./pane-texts.ts";
import { receivedWords } from "../../src/pane/received/words.ts";
import { noticeTexts } from "../../src/taskpane/page/notice-texts.ts";
import { taskTexts } from "../../src/taskpane/page/texts.ts";
import { workbenchTexts } from "../../src/workbench/state/texts.ts";

const all = { pane: paneTexts, received: receivedWords, taskpane: taskTexts, notices: noticeTexts, workbench: workbenchTexts, cli: cliTexts, summary: summaryTexts, reply: replyWords, severities: severityNames };
const japanese = /[ぁ-んァ-ヶ一-龠]/;

/** The texts of a tree of words, by path; those that a function makes are made of a number, and left out where it needs more. */
function* textsOf(words: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof words === "string") yield [path, words];
  else if (typeof words === "function") {
    try {
      yield* textsOf(Reflect.apply(words, undefined, [7, 7, 7]), path);
    } catch {
      return;
    }
  } else if (typeof words === "object" && words !== null) for (const [name, inside] of Object.entries(words)) yield* textsOf(inside, `${path}.${name}`);
}

/** Words of letters; numbers, signs and names of keys are of no language. */
const hasWords = (text: string) => /\p{Letter}{2}/u.test(text.replace(/JSON|Ctrl|Enter|Esc|fx/g, ""));

describe.each(Object.entries(all))("the texts of %s", (_, { ja, en }) => {
  it("are Japanese in Japanese", () => {
    const wrong = [...textsOf(ja, "ja")].filter(([, text]) => hasWords(text) && !japanese.test(text));
    expect(wrong).toEqual([]);
  });

  it("are English in English, but for the names of Japanese buttons", () => {
    const wrong = [...textsOf(en, "en")].filter(([, text]) => japanese.test(text.replace("Tenken 点検", "").replace(/[“「(][^”」)]*[”」)]/g, "")));
    expect(wrong).toEqual([]);
  });
});
