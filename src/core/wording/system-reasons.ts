import { sheetEndings } from "./endings.ts";
import type { Wording } from "./language.ts";

const noRightToRead: Wording = {
  ja: "ファイルを開く権限がありません。管理する人に権限をもらうか、読めるところに写して、その写しを指定してください。",
  en: "You may not open this file. Ask for the right to, or copy it to a place where you may read it and name the copy.",
};
const inUse: Wording = {
  ja: "ほかのプログラムがファイルを開いているため読めません。Excelなどで閉じてから、同じ命令をもう一度打ってください。",
  en: "Another program has the file open. Close it in Excel, then type the same command again.",
};
const notThere: Wording = {
  ja: "ファイルがありません。場所と名前を確かめて、もう一度打ってください（空白のある名前は \" で囲みます）。",
  en: "There is no such file. Check the folder and the name and type it again, with \" around a name that has spaces.",
};

/** Reasons of the system why a file could not be read, by its code. */
const reading: ReadonlyMap<string, Wording> = new Map([
  ["ENOENT", notThere],
  ["ENOTDIR", notThere],
  ["ENAMETOOLONG", notThere],
  ["EACCES", noRightToRead],
  ["EPERM", noRightToRead],
  ["EBUSY", inUse],
  ["ETXTBSY", inUse],
  [
    "EILSEQ",
    {
      ja: "名前に読めない文字があり、同じに見える名前がほかにもあるため、どのファイルか決まりません。ファイルの名前を変えて、もう一度打ってください。",
      en: "Letters of the name cannot be read, and another name looks the same, so that nothing tells which file is meant. Rename the file, then type the command again.",
    },
  ],
  [
    "EISDIR",
    {
      ja: `フォルダーの中に評価シートのファイル（${sheetEndings.join(" ")}）がありません。ファイルのあるフォルダーか、ファイルの名前を打ってください。`,
      en: `This folder holds no sheets (${sheetEndings.join(" ")}). Type the name of a folder that does, or of a file.`,
    },
  ],
]);

const notWritable: Wording = {
  ja: "書き出し先に書き込めません（権限がないか、Excelなどで開かれています）。元のファイルも書き出し先も変えていません。閉じてからもう一度打つか、--out に書き込めるフォルダーを打ってください。",
  en: "The output cannot be written: you may not, or it is open in Excel. Neither the source nor the output was changed. Close it and type the command again, or type another folder behind --out.",
};
const full: Wording = {
  ja: "書き出し先のディスクに空きがないため保存できませんでした。元のファイルも書き出し先も変えていません。空きを作るか、--out に別のディスクのフォルダーを打ってください。",
  en: "The disk is full. Neither the source nor the output was changed. Free some space, or type a folder on another disk behind --out.",
};
const noPlace: Wording = {
  ja: "書き出し先にフォルダーを作れません。元のファイルも書き出し先も変えていません。--out に、書き込めるフォルダーを打ってください。",
  en: "No folder can be made there. Neither the source nor the output was changed. Type a folder behind --out where you may write.",
};
/** Reasons of the system why a file could not be written, by its code. */
const saving: ReadonlyMap<string, Wording> = new Map([
  ["EACCES", notWritable],
  ["EPERM", notWritable],
  ["EROFS", notWritable],
  ["ENOSPC", full],
  ["EDQUOT", full],
  ["ENOENT", noPlace],
  ["ENOTDIR", noPlace],
  ["EEXIST", noPlace],
  ["EBUSY", notWritable],
  ["ETXTBSY", notWritable],
  [
    "EISDIR",
    {
      ja: "書き出すファイルと同じ名前のフォルダーがあります。何も変えていません。--out に別の名前を打ってください。",
      en: "There is a folder of that name. Nothing was changed. Type another name behind --out.",
    },
  ],
  [
    "EFBIG",
    {
      ja: "書き出すファイルが、書き出し先に置ける大きさを超えています。元のファイルも書き出し先も変えていません。--out に別のディスクのフォルダーを打ってください。",
      en: "The output is larger than a file may be there. Neither the source nor the output was changed. Type a folder on another disk behind --out.",
    },
  ],
  [
    "ENAMETOOLONG",
    {
      ja: "書き出すファイルの名前が長すぎます。何も変えていません。--out に短い名前を打ってください。",
      en: "The name of the output is too long. Nothing was changed. Type a shorter one behind --out.",
    },
  ],
]);

/** The meaning of the system's reason and what to type; undefined for a rare reason or one that is not the system's. */
export function systemReason(code: string, detail: string): Wording | undefined {
  if (code === "unreadable") return reading.get(detail);
  return code === "not-saved" ? saving.get(detail) : undefined;
}
