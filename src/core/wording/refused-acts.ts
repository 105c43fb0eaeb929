import { unanswered, reached, type RefusalCode, type RefusalReason } from "../model/refusal.ts";
import { hindrances, withDetail, type Hindrance } from "./hindrances.ts";
import type { Language, Wording } from "./language.ts";
import { describeRefusal } from "./refusals.ts";

/** What was asked for when something was refused: a check, fixes, marks, sheets of ours, input rules, what the workbook shall keep, what it keeps, a jump to a cell. */
export type Act = "read" | "write" | "mark" | "build" | "input-rules" | "keep" | "recall" | "select";

/** A refusal in words: what the user reads, and what stands behind 詳細 for those who maintain the program. */
export interface SaidRefusal {
  readonly said: string;
  /** "" where there is nothing more to tell. */
  readonly technical: string;
}

interface ActWords {
  /** "… ため、" before it, and ": …" after the English one. */
  readonly failed: Wording;
  readonly unchanged: Wording;
  /** What stands where the exchange broke off in the midst. */
  readonly broken: Wording;
  readonly again: Wording;
}

const nothing: Wording = { ja: "何も変えていません。", en: "Nothing was changed." };
const noValue: Wording = { ja: "セルの値は変えていません。", en: "No cell's content was changed." };
const tryAgain: Wording = { ja: "もう一度試してください。", en: "try again" };
const checkAgain: Wording = { ja: "もう一度点検してください。", en: "check again" };

const acts: Readonly<Record<Act, ActWords>> = {
  read: { failed: { ja: "点検できません", en: "The sheet was not checked" }, unchanged: nothing, broken: nothing, again: checkAgain },
  write: {
    failed: { ja: "修正できません", en: "Nothing could be fixed" },
    unchanged: nothing,
    broken: { ja: "書き込んだ分は「元に戻す」で戻せます。", en: "Undo restores what was written." },
    again: tryAgain,
  },
  mark: { failed: { ja: "見直しの印を付け外しできません", en: "Review marks could be neither set nor removed" }, unchanged: nothing, broken: noValue, again: tryAgain },
  build: {
    failed: { ja: "シートの追加や削除ができません", en: "No sheet could be added or deleted" },
    unchanged: nothing,
    broken: {
      ja: "評価シートは変えていません。作りかけのシート（名前が「Tenken」で始まるもの）は、次に作るときに片付きます。",
      en: "The evaluation sheets are unchanged. An unfinished sheet, whose name begins with Tenken, goes when sheets are made again.",
    },
    again: tryAgain,
  },
  "input-rules": { failed: { ja: "入力規則を変えられません", en: "Input rules could not be changed" }, unchanged: nothing, broken: noValue, again: tryAgain },
  keep: {
    failed: { ja: "ブックに残せません", en: "The workbook did not keep it" },
    unchanged: { ja: "シートは変えていません。", en: "No sheet was changed." },
    broken: { ja: "シートは変えていません。", en: "No sheet was changed." },
    again: tryAgain,
  },
  recall: { failed: { ja: "ブックに残した記録（設定、印、修正の履歴）を読めません", en: "What the workbook keeps (settings, marks, fix history) was not read" }, unchanged: nothing, broken: nothing, again: tryAgain },
  select: { failed: { ja: "そのセルへ移動できません", en: "The cell could not be selected" }, unchanged: nothing, broken: nothing, again: tryAgain },
};

/** Of Excel alone, or with another remedy there than for a file. */
const causes = {
  ...hindrances,
  "read-only": {
    why: { ja: "ブックが閲覧用（読み取り専用）で開かれている", en: "the workbook is open for viewing only" },
    remedy: { ja: "「編集を有効にする」が出ていれば押し、なければ名前を付けて保存して、", en: "Press Enable Editing if Excel offers it, or save a copy under another name" },
  },
  interrupted: {
    why: { ja: "Excelとのやり取りが途切れた", en: "the exchange with Excel broke off" },
    remedy: { ja: "少し待って、", en: "Wait a moment" },
  },
  unsupported: {
    why: { ja: "この版のExcelに要る機能がない", en: "this version of Excel lacks what it needs" },
    remedy: { ja: "Officeを更新して、", en: "Update Office" },
  },
  "too-large": {
    why: { ja: "シートが大きすぎる", en: "the sheet is too large" },
    remedy: { ja: "評価の表だけを別のシートに移して、", en: "Move the evaluation table to a sheet of its own" },
  },
} satisfies Partial<Record<RefusalCode, Hindrance>>;

/** Where Excel gives no answer, nobody knows what it did. */
const silent: Hindrance = {
  why: { ja: "Excelから答えがない", en: "Excel did not answer" },
  remedy: { ja: "Excelがほかの操作に応じることを確かめて、", en: "See that Excel answers to other things" },
};
const later: Wording = {
  ja: "頼んだことがもう行われたか、あとから行われるかは、分かりません。",
  en: "What was asked for may have been done, or may be done later.",
};

const bringSheet: Wording = { ja: "評価シートを前面にして、", en: "Bring the evaluation sheet to the front" };

/** Causes that are others for some acts: what is protected, and what is full. */
const special: Readonly<Partial<Record<Act, Partial<Record<RefusalCode, Hindrance>>>>> = {
  read: {
    "sheet-gone": {
      why: { ja: "シートが見つからない（削除されたか、別のブックに移されたか、グラフだけのシートが前面にある）", en: "the sheet is no longer there, or a chart alone is in front" },
      remedy: bringSheet,
    },
  },
  build: {
    protected: {
      why: { ja: "ブックの構成が保護されている（{detail}）", en: "the workbook's structure is protected ({detail})" },
      remedy: { ja: "「校閲」の「ブックの保護」を押して解除し、", en: "Press Protect Workbook under Review to lift it" },
    },
  },
  "input-rules": {
    protected: {
      why: { ja: "シートかブックの構成が保護されている（{detail}）", en: "the sheet or the workbook's structure is protected ({detail})" },
      remedy: { ja: "「校閲」の「シート保護の解除」か「ブックの保護」で解除して、", en: "Lift it under Review: Unprotect Sheet, or Protect Workbook" },
    },
  },
  mark: {
    protected: {
      why: causes.protected.why,
      remedy: { ja: "「校閲」の「シート保護の解除」を行うか、保護の設定で「セルの書式設定」を許可して、", en: "Choose Unprotect Sheet under Review, or allow Format cells in its protection" },
    },
  },
  select: {
    "sheet-gone": {
      why: causes["sheet-gone"].why,
      remedy: bringSheet,
    },
  },
  keep: { "too-large": hindrances["store-full"] },
};

/** Refusals whose detail is for those who maintain the program. */
const technical: ReadonlySet<RefusalCode> = new Set(["interrupted", "unsupported", "busy", "denied", "too-large"]);

/** Why something that was asked for was refused: what was and was not changed, and the way on. Other refusals have one sentence for all acts. */
export function sayRefusal(act: Act, { code, detail }: RefusalReason, language: Language): SaidRefusal {
  const isSilent = code === "interrupted" && detail.startsWith(unanswered);
  const cause = isSilent ? silent : (special[act]?.[code] ?? (isCause(code) ? causes[code] : undefined));
  // A file names what keeps it from being written: no button of Excel's helps there.
  if (cause === undefined || (code === "read-only" && detail !== "")) return { said: describeRefusal({ code, detail }, language), technical: "" };
  const { failed, unchanged, broken, again } = acts[act];
  const isTechnical = technical.has(code);
  const why = withDetail(cause.why[language], isTechnical ? "" : detail);
  const came = act === "write" && code === "interrupted" ? sayReached(detail) : undefined;
  const state = (isSilent ? later : code === "interrupted" && (came || act !== "write") ? broken : unchanged)[language];
  const outcome = (came ?? failed)[language];
  const told = { technical: isTechnical ? detail : "" };
  if (language === "en") return { ...told, said: `${outcome}: ${why}. ${state} ${cause.remedy.en}, then ${again.en}.` };
  return { ...told, said: `${why}ため、${outcome}。${state}${cause.remedy.ja}${again.ja}` };
}

/** How far a write came; undefined where it wrote nothing. */
function sayReached(detail: string): Wording | undefined {
  const [, done, all] = reached.exec(detail) ?? [];
  if (done === undefined) return undefined;
  if (done === "?") return { ja: "どこまで書き込めたかを確かめられません", en: "How much was written could not be found out" };
  return { ja: `${all}セルのうち${done}セルまでで止まりました`, en: `${done} of ${all} cells were written` };
}

function isCause(code: RefusalCode): code is keyof typeof causes {
  return code in causes;
}
