import { withoutSpace } from "../wording/hidden.ts";
import { foldWidth } from "./fold.ts";

/** Words before or after a number in codes of public plans, whatever the form calls its levels. */
const codeWords: readonly string[] = [
  "第", "章", "節", "款", "項", "号", "番", "柱", "NO", "№", "のうち",
  "経営課題", "課題", "戦略", "主な戦略", "具体的取組", "取組", "取組項目", "主な取組",
  "基本政策", "政策", "基本施策", "個別施策", "施策", "主要施策", "施策目標", "施策大目標", "基本目標", "個別目標", "目標", "重点目標",
  "基本方針", "方針", "重点項目", "推進項目", "項目", "大項目", "中項目", "小項目", "基本事業", "事務事業", "事業", "指標", "成果指標", "活動指標",
  "分野", "基本方向", "重点施策", "重点課題", "重点事業", "重点プロジェクト", "プロジェクト", "大分類", "中分類", "小分類", "視点",
];

/** A word around codes for comparison, without width and space. */
export function foldWord(word: string): string {
  return withoutSpace(foldWidth(word)).replace(/[()[\]{}<>「」『』【】〔〕.:、。・#-]/g, "").toLowerCase();
}

/** The words of codes in public plans, folded. */
export const knownWords: ReadonlySet<string> = new Set(codeWords.map(foldWord));
