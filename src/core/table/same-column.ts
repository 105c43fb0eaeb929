/** What a column is for, by the end of its header. The first that fits counts. */
const roles = [/(?:理由|根拠|コメント|所見|内容|説明|状況等)$/, /方向性?$/, /評価|評定|判定|達成(?:度|状況)|進捗/, /課(?!題)|部署|部局|係$|担当|所管/, /(?:番号|コード|^no|^№)$/, /名称?$/];

/** A folded header, and what its column is for: -1 where the words do not tell. Read once, since each header is compared with many. */
export interface ColumnWord {
  readonly word: string;
  readonly role: number;
}

/** @param word folded */
export function columnWordOf(word: string): ColumnWord {
  return { word, role: roles.findIndex((role) => role.test(word)) };
}

/** True for two headers of one column that is worded otherwise: 評価 and 総合評価, 担当課 and 所管部署, 理由 and 評価の理由. */
export function meansTheSame(one: ColumnWord, other: ColumnWord): boolean {
  if (one.word === other.word) return true;
  if (one.word === "" || other.word === "") return false;
  return one.role >= 0 ? one.role === other.role : one.word.includes(other.word) || other.word.includes(one.word);
}

/** True if a folded header names grades. */
export function namesGrades(word: string): boolean {
  return columnWordOf(word).role === gradeRole;
}

const gradeRole = 2;
