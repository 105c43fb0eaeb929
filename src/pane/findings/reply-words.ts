import { sayCount } from "../../core/wording/counts.ts";
import type { Language } from "../../core/wording/language.ts";

/** The words of the replies, which nobody needs for the first result. */
interface ReplyWords {
  readonly title: string;
  readonly help: string;
  /** @param section null for rows without one, undefined where no column names any */
  readonly letter: (section: string | null | undefined, findings: number) => string;
  readonly save: string;
  readonly saveHelp: string;
}

export const replyViewWords: Readonly<Record<Language, ReplyWords>> = {
  ja: {
    title: "差戻し文",
    help: "シートの送り主に送る文です。表の中や横に担当の欄があるときは、担当ごとに分かれます。",
    letter: (section, findings) => `${section === undefined ? "シート全体" : (section ?? "担当の記載なし")}（指摘${sayCount(findings)}件）`,
    save: "まとめて保存（.zip）",
    saveHelp: "文（.txt）、メールの下書き（.eml。Outlookで開くと、宛先を入れて送れます）、指摘一覧（.xlsx）を1つのファイルにまとめます。",
  },
  en: {
    title: "Reply to the sender",
    help: "For those who sent the sheet in; one for each section where a column in the table or beside it names it.",
    letter: (section, findings) => `${section === undefined ? "The whole sheet" : (section ?? "No section named")} (${sayCount(findings)} ${findings === 1 ? "finding" : "findings"})`,
    save: "Save all (.zip)",
    saveHelp: "One file with the text (.txt), a draft of the mail (.eml: Outlook opens it, you fill in the address and send it) and the list of findings (.xlsx).",
  },
};
