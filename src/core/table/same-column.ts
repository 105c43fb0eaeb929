/** What a column is for, by the end of its header. The first that fits counts. */
const roles = [/(?:理由|根拠|コメント|所見|内容|説明|状況等)$/, /方向性?$/, /評価|評定|判定|達成(?:度|状況)|進捗/, /課(?!題)|部署|部局|係$|担当|所管/, /(?:番号|コード|^no|^№)$/, /名称?$/];

/** True for two headers of one column that is worded otherwise, both folded: 評価 and 総合評価, 担当課 and 所管部署, 理由 and 評価の理由. */
export function meansTheSame(one: string, other: string): boolean {
  if (one === other) return true;
  if (one === "" || other === "") return false;
  const role = roleOf(one);
  return role >= 0 ? role === roleOf(other) : one.includes(other) || other.includes(one);
}

/** True if a folded header names grades. */
export function namesGrades(word: string): boolean {
  return roleOf(word) === gradeRole;
}

const gradeRole = 2;

function roleOf(word: string): number {
  return roles.findIndex((role) => role.test(word));
}
