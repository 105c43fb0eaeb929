import type { Assumed, EditWaiting } from "../../core/model/ports.ts";
import type { Language } from "../../core/wording/language.ts";
import { useLanguage } from "../../pane/texts/texts.ts";

/** The words of notices, which come with the first one. */
interface NoticeTexts {
  readonly stale: string;
  readonly oldMarks: string;
  readonly renewMarks: string;
  readonly editing: Readonly<Record<Exclude<EditWaiting, false>, string>>;
  readonly assumed: Readonly<Record<Assumed, string>>;
  readonly dismiss: string;
}

export const noticeTexts: Readonly<Record<Language, NoticeTexts>> = {
  ja: {
    stale: "点検のあとで入力がありました。「点検する」を押すと、今の内容で点検し直します。",
    oldMarks: "シートの印が、今の点検の結果と違います。付け直すと、今までの入力をExcelの「元に戻す」で戻せなくなります。",
    renewMarks: "印を付け直す",
    editing: {
      short: "セルの編集が終わるのを待っています。Enterキーで確定するか、Escキーで取り消してください。",
      long: "Excelがまだ入力の途中です。セルを編集していなければ、シート名を変えている途中でないか、開いたままの画面がないか、同じブックの別のウィンドウで入力していないかを確かめてください。終われば自動で続けます。",
    },
    assumed: {
      "date-system": "日付の起点をExcelから聞けなかったため、1900年から数えています。日付が4年ずれて見えるときは、Excelの「1904年から計算する」を確かめてください。",
      "own-sheets": "このシートが点検の作ったものかをExcelから聞けなかったため、ふつうのシートとして点検しました。",
    },
    dismiss: "閉じる",
  },
  en: {
    stale: "The sheet was edited after the check. “Check” looks at it as it is now.",
    oldMarks: "The marks on the sheet are not those of this check. After renewing them, Excel can no longer undo your earlier edits.",
    renewMarks: "Renew marks",
    editing: {
      short: "Waiting for a cell edit to end. Press Enter to keep it or Esc to drop it.",
      long: "Excel is still in the middle of an entry. If no cell is being edited, see whether a sheet is being renamed, a dialog is open, or another window of this workbook is in use. The work goes on by itself then.",
    },
    assumed: {
      "date-system": "Excel did not tell where its dates begin; they are counted from 1900. If dates seem off by four years, see “Use 1904 date system” in Excel’s options.",
      "own-sheets": "Excel did not tell whether Tenken made this sheet; it was checked as any other.",
    },
    dismiss: "Close",
  },
};

export function useNoticeTexts(): NoticeTexts {
  return noticeTexts[useLanguage()];
}
