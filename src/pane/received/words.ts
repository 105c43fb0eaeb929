import type { ReceivedState } from "../../core/received/states.ts";
import type { Language } from "../../core/wording/language.ts";
import { sayCount } from "../../core/wording/counts.ts";

/** The words of the list of received sheets. They load with it. */
interface ReceivedWords {
  readonly title: string;
  /** How many sheets there are, and how many of them cannot be handed in, were sent back, are done or were not read. */
  readonly sum: (all: number, forbidden: number, returned: number, done: number, unread: number) => string;
  readonly help: string;
  readonly none: string;
  readonly columns: { readonly name: string; readonly file: string; readonly verdict: string; readonly form: string; readonly state: string; readonly changes: string };
  readonly states: Readonly<Record<ReceivedState, string>>;
  readonly statesHelp: string;
  readonly stateOf: (name: string) => string;
  readonly ready: string;
  readonly readyBut: string;
  readonly notReady: string;
  readonly waiting: string;
  readonly changes: (gone: number, left: number, added: number) => string;
  readonly fixes: (count: number) => string;
  readonly fixesTitle: string;
  readonly fixesHelp: string;
  readonly fixesOf: (name: string, count: number) => string;
  readonly doFixes: (count: number, sheets: number) => string;
  readonly more: (count: number) => string;
  readonly cancel: string;
  readonly working: (done: number, of: number) => string;
  readonly fixed: (count: number, sheets: number) => string;
  readonly stopped: string;
  readonly fixedIn: (name: string, count: number) => string;
  readonly leftIn: (count: number) => string;
  readonly notFixed: (name: string, why: string) => string;
  readonly undoneIn: (name: string, count: number) => string;
  readonly undo: string;
  readonly undoIn: (name: string) => string;
  readonly saveReplies: (sheets: number) => string;
  readonly copyReplies: (sheets: number) => string;
  /** A reply to an office that already got one. */
  readonly saveAgain: string;
  readonly copyAgain: string;
  readonly againTo: (name: string, what: string) => string;
  readonly repliesSaved: (sheets: number) => string;
  readonly repliesCopied: (sheets: number) => string;
  readonly save: string;
  readonly saveHelp: string;
  readonly saved: (files: number) => string;
  readonly nothingToSave: string;
  readonly notSaved: (name: string, why: string) => string;
  readonly print: string;
  readonly copyList: string;
  readonly listCopied: string;
  readonly notCopied: string;
  readonly forget: string;
  readonly forgetHelp: string;
  readonly back: string;
}

export const receivedWords: Readonly<Record<Language, ReceivedWords>> = {
  ja: {
    title: "受け取った評価シート",
    sum: (all, forbidden, returned, done, unread) => `${sayCount(all)}件（提出できないもの${sayCount(forbidden)}件、差戻し${sayCount(returned)}件、済${sayCount(done)}件${unread > 0 ? `、読めなかったもの${sayCount(unread)}件` : ""}）`,
    help: "手を付けるものから順に並んでいます。名前を押すと、そのシートを開きます。",
    none: "評価シートがありません。",
    columns: { name: "所属", file: "ファイル", verdict: "判定", form: "様式", state: "状態", changes: "差戻しから" },
    states: { open: "未点検", returned: "差戻し", again: "再提出", done: "済" },
    statesHelp: "未点検：差戻しとも済とも決めていないもの。差戻し文を保存かコピーすると「差戻し」になり、同じ所属から直したものが届くと「再提出」になります。「済」は自分で選びます。",
    stateOf: (name) => `${name}の状態`,
    ready: "提出できます",
    readyBut: "確かめて提出",
    notReady: "提出できません",
    waiting: "点検しています…",
    changes: (gone, left, added) => `直った${sayCount(gone)}・残り${sayCount(left)}・新しい${sayCount(added)}`,
    fixes: (count) => `安全な修正 ${sayCount(count)}件…`,
    fixesTitle: "安全な修正をまとめて行う",
    fixesHelp: "直し方がひとつに決まる修正だけです。所属ごとに、あとから元に戻せます。",
    fixesOf: (name, count) => `${name}（${sayCount(count)}件）`,
    doFixes: (count, sheets) => `${sayCount(sheets)}所属の${sayCount(count)}件を修正`,
    more: (count) => `ほか${sayCount(count)}件`,
    cancel: "キャンセル",
    working: (done, of) => `修正しています（${sayCount(of)}所属のうち${sayCount(done)}所属まで済み）`,
    fixed: (count, sheets) => `${sayCount(sheets)}所属で${sayCount(count)}件を修正しました。`,
    stopped: "残りはキャンセルしました。",
    fixedIn: (name, count) => `${name}：${sayCount(count)}件を修正しました`,
    leftIn: (count) => `（${sayCount(count)}件は変えていません）`,
    notFixed: (name, why) => `${name}：修正していません。${why}`,
    undoneIn: (name, count) => `${name}：${sayCount(count)}件を元に戻しました`,
    undo: "元に戻す",
    undoIn: (name) => `${name}の修正を元に戻す`,
    saveReplies: (sheets) => `差戻し文を保存（${sayCount(sheets)}所属）`,
    copyReplies: (sheets) => `差戻し文をコピー（${sayCount(sheets)}所属）`,
    saveAgain: "差戻し文をもう一度保存",
    copyAgain: "差戻し文をもう一度コピー",
    againTo: (name, what) => `${name}の${what}`,
    repliesSaved: (sheets) => `${sayCount(sheets)}所属の差戻し文を、1つのzipに保存しました（ダウンロード）。状態を「差戻し」にしました。`,
    repliesCopied: (sheets) => `${sayCount(sheets)}所属の差戻し文をコピーしました。状態を「差戻し」にしました。`,
    save: "修正したファイルを保存",
    saveHelp: "変更のあるファイルを、1つのzipにまとめてダウンロードします。開いたファイルそのものは書き換えません。",
    saved: (files) => `${sayCount(files)}個のファイルを、1つのzipに保存しました（ダウンロード）。開いたファイルそのものは変わっていません。`,
    nothingToSave: "変更のあるファイルはありません。何も保存していません。",
    notSaved: (name, why) => `${name} は入っていません。${why}`,
    print: "一覧を印刷",
    copyList: "一覧をコピー",
    listCopied: "一覧をコピーしました。表として貼り付けられます。",
    notCopied: "コピーできませんでした。クリップボードを使えるか確かめて、もう一度試してください。状態は変えていません。",
    forget: "状態の記録を消す",
    forgetHelp: "差戻し・済の記録を、すべて消します。シートは変わりません。",
    back: "一覧を閉じる",
  },
  en: {
    title: "Sheets received",
    sum: (all, forbidden, returned, done, unread) => `${sayCount(all)} (not ready to hand in: ${sayCount(forbidden)}, sent back: ${sayCount(returned)}, done: ${sayCount(done)}${unread > 0 ? `, not read: ${sayCount(unread)}` : ""})`,
    help: "What needs work comes first. A name opens its sheet.",
    none: "There are no evaluation sheets.",
    columns: { name: "Office", file: "File", verdict: "Verdict", form: "Form", state: "State", changes: "Since sent back" },
    states: { open: "Undecided", returned: "Sent back", again: "Came again", done: "Done" },
    statesHelp: "Undecided: neither sent back nor done. Saving or copying replies makes it “Sent back”; when the same office sends another version, it is “Came again”. “Done” is your own choice.",
    stateOf: (name) => `State of ${name}`,
    ready: "Ready to hand in",
    readyBut: "Ready, with points to look at",
    notReady: "Not ready to hand in",
    waiting: "Being checked…",
    changes: (gone, left, added) => `${sayCount(gone)} corrected, ${sayCount(left)} left, ${sayCount(added)} new`,
    fixes: (count) => `Safe fixes (${sayCount(count)})…`,
    fixesTitle: "All safe fixes",
    fixesHelp: "Only fixes with a single reading. They can be undone office by office.",
    fixesOf: (name, count) => `${name} (${sayCount(count)})`,
    doFixes: (count, sheets) => `Fix ${sayCount(count)} in ${sayCount(sheets)} ${sheets === 1 ? "office" : "offices"}`,
    more: (count) => `${sayCount(count)} more`,
    cancel: "Cancel",
    working: (done, of) => `Fixing (${sayCount(done)} of ${sayCount(of)} offices done)`,
    fixed: (count, sheets) => `Fixed ${sayCount(count)} in ${sayCount(sheets)} ${sheets === 1 ? "office" : "offices"}.`,
    stopped: "The rest was cancelled.",
    fixedIn: (name, count) => `${name}: ${sayCount(count)} fixed`,
    leftIn: (count) => ` (${sayCount(count)} left as they are)`,
    notFixed: (name, why) => `${name}: not fixed. ${why}`,
    undoneIn: (name, count) => `${name}: ${sayCount(count)} undone`,
    undo: "Undo",
    undoIn: (name) => `Undo the fixes of ${name}`,
    saveReplies: (sheets) => `Save replies (${sayCount(sheets)})`,
    copyReplies: (sheets) => `Copy replies (${sayCount(sheets)})`,
    saveAgain: "Save reply again",
    copyAgain: "Copy reply again",
    againTo: (name, what) => `${what} (${name})`,
    repliesSaved: (sheets) => `Replies to ${sayCount(sheets)} ${sheets === 1 ? "office" : "offices"} were saved as one zip file (downloaded). Their state is “Sent back” now.`,
    repliesCopied: (sheets) => `Replies to ${sayCount(sheets)} ${sheets === 1 ? "office" : "offices"} were copied. Their state is “Sent back” now.`,
    save: "Save changed files",
    saveHelp: "Downloads all changed files as one zip file. The files that were opened are never written.",
    saved: (files) => `${sayCount(files)} ${files === 1 ? "file was" : "files were"} saved as one zip file (downloaded). The files that were opened are unchanged.`,
    nothingToSave: "No file was changed, so nothing was saved.",
    notSaved: (name, why) => `${name} is not in it. ${why}`,
    print: "Print the list",
    copyList: "Copy the list",
    listCopied: "The list was copied. It can be pasted as a table.",
    notCopied: "Nothing was copied, and no state was changed. See whether the clipboard may be used, and try again.",
    forget: "Forget all states",
    forgetHelp: "Forgets what was sent back and what is done. The sheets stay as they are.",
    back: "Close the list",
  },
};
