import type { Wording } from "../core/wording/language.ts";
import { typed } from "./typed.ts";

/** Says what is wrong with a command line and what to type. @param command what the user types before the files */
export type Usage = (command: string) => Wording;

/** A command line that cannot be understood. */
export class UsageError extends Error {
  constructor(readonly usage: Usage) {
    super(usage("tenken").en);
  }
}

export const noFile: Usage = (command) => ({
  ja: `点検するファイルの名前がありません。続けてファイルかフォルダーの名前を打ってください。例：${command} 評価.xlsx`,
  en: `No file is named. Type the name of a file or a folder behind it: ${command} sheet.xlsx`,
});

/** For files that all belong to others. */
export const onlySideFiles: Usage = (command) => ({
  ja: `名前のあったファイルは、どれも補助のファイルでした。評価シートのファイルの名前を打ってください。例：${command} 評価.xlsx`,
  en: `Every file that was named is one that a program keeps beside its own. Type the name of the sheet itself: ${command} sheet.xlsx`,
});

export const noFolder: Usage = (command) => ({
  ja: `書き出すフォルダーが決まっていません。--out とフォルダーの名前を続けて打ってください。例：${command} 評価.xlsx --out 結果`,
  en: `There is no folder to write into. Type --out and its name: ${command} sheet.xlsx --out results`,
});

export const noSummary: Usage = (command) => ({
  ja: `書き出すブックの名前が決まっていません。--out と、.xlsx で終わる名前を続けて打ってください。例：${command} *.xlsx --out 総括.xlsx`,
  en: `There is no workbook to write. Type --out and a name that ends in .xlsx: ${command} *.xlsx --out summary.xlsx`,
});

/** @param out what was given as the workbook to write */
export function notAWorkbook(out: string): Usage {
  return (command) => ({
    ja: `--out の「${out}」は、.xlsx で終わる名前ではありません。書き出すブックの名前を打ってください。例：${command} *.xlsx --out 総括.xlsx`,
    en: `${out}, given as --out, does not end in .xlsx. Type the name of the workbook to write: ${command} *.xlsx --out summary.xlsx`,
  });
}

/** @param out what was given as the form file to write */
export function notAForm(out: string): Usage {
  return (command) => ({
    ja: `--out の「${out}」は、.json で終わる名前ではありません。書き出す様式ファイルの名前を打ってください。例：${command} 評価シート.xlsx --out 様式.json`,
    en: `${out}, given as --out, does not end in .json. Type the name of the form file to write: ${command} sheet.xlsx --out form.json`,
  });
}

export const noReplies: Usage = (command) => ({
  ja: `書き出す zip の名前が決まっていません。--out と、.zip で終わる名前を続けて打ってください。例：${command} *.xlsx --out 差戻し.zip`,
  en: `There is no zip to write. Type --out and a name that ends in .zip: ${command} *.xlsx --out replies.zip`,
});

/** @param out what was given as the zip to write */
export function notAZip(out: string): Usage {
  return (command) => ({
    ja: `--out の「${out}」は、.zip で終わる名前ではありません。書き出す zip の名前を打ってください。例：${command} *.xlsx --out 差戻し.zip`,
    en: `${out}, given as --out, does not end in .zip. Type the name of the zip to write: ${command} *.xlsx --out replies.zip`,
  });
}

export function formIsFolder(named: string): Usage {
  return () => ({
    ja: `--form の「${named}」はフォルダーです。様式の名前か、様式の JSON ファイルの名前を打ってください。例：--form 様式.json`,
    en: `${named}, given as --form, is a folder. Type the name of a form or of its JSON file: --form form.json`,
  });
}

export function formIsNoText(named: string): Usage {
  return () => ({
    ja: `--form の「${named}」は、様式の JSON ファイルではありません。評価シートから様式を作るには、次のように打ってください：${typed("form")} ${named} --out 様式.json`,
    en: `${named}, given as --form, is no JSON file of a form. To make one from an evaluation sheet, type: ${typed("form")} ${named} --out form.json`,
  });
}

/** @param named a folder, given as the file of a sheet */
export function sheetIsFolder(named: string): Usage {
  return (command) => ({
    ja: `「${named}」はフォルダーです。様式は1つのファイルから読み取ります。評価シートのファイルの名前を1つ打ってください。例：${command} 評価.xlsx`,
    en: `${named} is a folder. A form is read from one file: type the name of a sheet: ${command} sheet.xlsx`,
  });
}

export const listAlone: Usage = (command) => ({
  ja: `--list は様式の一覧を出すだけで、名前や --answer、--out と一緒には使えません。一覧なら ${command} --list と打ってください。`,
  en: `--list only lists the forms and takes neither a name nor --answer or --out. For the list, type ${command} --list`,
});

/** @param named a form that is built in */
export function builtInAsksNothing(named: string): Usage {
  return (command) => ({
    ja: `組み込みの様式「${named}」には質問がないので、--answer は使えません。評価シートのファイルの名前を打つか、--answer を付けずに打ってください。例：${command} 評価.xlsx --answer "bad:H=C|B"`,
    en: `The form ${named} is built in and asks nothing, so --answer has no use. Type the name of a sheet, or leave it out: ${command} sheet.xlsx --answer "bad:H=C|B"`,
  });
}

export const oneForm: Usage = (command) => ({
  ja: `様式の名前かファイルを1つだけ打ってください。組み込みの様式の名前は ${command} --list で出ます。`,
  en: `Type the name of one form or one file; ${command} --list lists the forms.`,
});

export const watchesFolders: Usage = (command) => ({
  ja: `--watch に渡せるのはフォルダーです。フォルダーの名前を打ってください。例：${command} --watch 提出`,
  en: `--watch takes folders. Type the name of one: ${command} --watch inbox`,
});

export const watchPrintsText: Usage = () => ({
  ja: "--watch は文章の報告だけを出します。--format を付けずに打ってください。",
  en: "--watch prints its report as text alone. Type the command without --format.",
});

/** @param out what was given as the folder for copies */
export function notAFolder(out: string): Usage {
  return (command) => ({
    ja: `--out の「${out}」はファイルで、フォルダーではありません。フォルダーの名前を打ってください。例：${command} 評価.xlsx --out 結果`,
    en: `${out}, given as --out, is a file. Type the name of a folder: ${command} sheet.xlsx --out results`,
  });
}

export function noSuchCommand(word: string, commands: readonly string[]): Usage {
  return () => ({
    ja: `「${word}」という命令もファイルもありません。命令は次のどれかです：${commands.join("、")}。使い方は、命令に続けて --help と打つと見られます。`,
    en: `There is no command and no file ${word}. The commands: ${commands.join(", ")}. Type one with --help to see how it is used.`,
  });
}

export function noSuchOption(option: string): Usage {
  return (command) => ({
    ja: `「${option}」という指定はありません。使える指定は ${command} --help で見られます。`,
    en: `There is no option ${option}. ${command} --help lists those that there are.`,
  });
}

export function needsWord(option: string): Usage {
  return (command) => ({
    ja: `${option} のあとに書くものがありません。何を書くかは ${command} --help で見られます。`,
    en: `${option} asks for a word behind it. ${command} --help tells which.`,
  });
}

/** For a word that begins with "-" behind an option that takes one. */
export function looksLikeOption(option: string, given: string): Usage {
  return () => ({
    ja: `${option} のあとの「${given}」は、別の指定のように見えます。「${given}」を渡すなら、${option}=${given} と打ってください。`,
    en: `${given} behind ${option} looks like another option. To pass it, type ${option}=${given}`,
  });
}

export function takesNoWord(option: string): Usage {
  return () => ({ ja: `${option} には何も続けられません。${option} だけを打ってください。`, en: `${option} takes no word. Type ${option} alone.` });
}

export function oneOfThese(option: string, given: string, words: readonly string[]): Usage {
  return () => ({ ja: `${option} に「${given}」は使えません。次のどれかを打ってください：${words.join("、")}`, en: `${option} does not take ${given}. Type one of: ${words.join(", ")}` });
}

export function noNumber(option: string, given: string): Usage {
  return () => ({ ja: `${option} に「${given}」は使えません。1から99までの数を打ってください。例：${option} 4`, en: `${option} does not take ${given}. Type a number from 1 to 99: ${option} 4` });
}

/** @param names the forms that are built in */
export function noSuchForm(named: string, names: readonly string[]): Usage {
  return () => ({
    ja: `「${named}」という様式もファイルもありません。様式の名前：${names.join(", ")}`,
    en: `There is no form and no file ${named}. The forms: ${names.join(", ")}`,
  });
}

export function noAnswer(word: string): Usage {
  return () => ({ ja: `--answer ${word} は答えになっていません。「質問=答え」の形で打ってください。例：--answer "bad:H=C|B"`, en: `--answer ${word} is no answer. Type it as KEY=VALUE: --answer "bad:H=C|B"` });
}

export function notAsked(id: string, ids: readonly string[]): Usage {
  if (ids.length === 0) return () => ({ ja: `「${id}」という質問はありません。このシートの様式には、答えの要る質問がありません。--answer を付けずに打ってください。`, en: `There is no question ${id}: the form of this sheet leaves none. Type the command without --answer.` });
  return () => ({ ja: `「${id}」という質問はありません。質問：${list(ids)}`, en: `There is no question ${id}. The questions: ${list(ids)}` });
}

export function noSuchChoice(id: string, given: string, choices: readonly string[]): Usage {
  return () => ({ ja: `「${id}」の答えに「${given}」はありません。次のどれかを打ってください：${list(choices)}`, en: `${given} does not answer ${id}. Type one of: ${list(choices)}` });
}

function list(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" / ");
}
