import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, Warning16Regular } from "@fluentui/react-icons";
import type { ReceivedRow } from "../../core/received/rows.ts";
import type { Language } from "../../core/wording/language.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import type { FixOutcome } from "../state/fix-state.ts";
import type { Deed, Received, ReceivedWork } from "../state/received.ts";
import { textsIn, useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { DismissButton, Notice } from "../ui/notice.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { receivedWords } from "./words.ts";

const useStyles = makeStyles({
  list: { margin: 0, padding: "4px 8px", maxHeight: "30vh", overflowY: "auto", listStyle: "none", fontSize: tokens.fontSizeBase200, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px", padding: "2px 0", overflowWrap: "anywhere", "& button": { flex: "none" } },
  work: { display: "flex", alignItems: "center", gap: "8px", fontSize: tokens.fontSizeBase200 },
});

interface NoticeProps {
  readonly received: Received;
  readonly state: ReceivedWork;
}

/** What became of the last work on all sheets. */
export function DeedNotice({ received, state: { deed } }: NoticeProps) {
  const language = useLanguage();
  if (!deed) return null;
  const isBad = deed.kind === "refused" || deed.kind === "not-copied" || (deed.kind === "saved" && deed.refused.length > 0);
  return (
    <Notice icon={isBad ? <Warning16Regular /> : <CheckmarkCircle16Regular />} text={describeDeed(deed, language)}>
      <DismissButton onDismiss={() => received.dismiss()} />
    </Notice>
  );
}

function describeDeed(deed: Deed, language: Language): string {
  const words = receivedWords[language];
  switch (deed.kind) {
    case "fixed":
      return [words.fixed(deed.fixes, deed.sheets), ...(deed.isStopped ? [words.stopped] : [])].join(" ");
    case "undone":
      return textsIn(language).undone(deed.fixes);
    case "saved": {
      const refused = deed.refused.map(({ name, refusal }) => words.notSaved(name, describeRefusal(refusal, language)));
      return [deed.saved + deed.refused.length === 0 ? words.nothingToSave : words.saved(deed.saved), ...refused].join(" ");
    }
    case "replied":
      return deed.isSaved ? words.repliesSaved(deed.sheets) : words.repliesCopied(deed.sheets);
    case "list-copied":
      return words.listCopied;
    case "not-copied":
      return words.notCopied;
    case "refused":
      return describeRefusal(deed, language);
  }
}

/** How far the fixes are; then what was written into each sheet, with a way back. */
export function FixesNotice({ received, state: { work, fixes }, rows }: NoticeProps & { readonly rows: readonly ReceivedRow[] }) {
  const styles = useStyles();
  const language = useLanguage();
  const words = receivedWords[language];
  const { takeAllBack } = useTexts();
  if (work) {
    return (
      <div className={styles.work}>
        <ProgressBar value={work.done / work.of} aria-label={words.fixesTitle} />
        <span role="status">{words.working(work.done, work.of)}</span>
        <Button size="small" onClick={() => received.stop()}>
          {words.cancel}
        </Button>
      </div>
    );
  }
  if (fixes.size === 0) return null;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (
    <ul className={styles.list} aria-label={words.fixesTitle}>
      {[...fixes.values()].filter(isUndoable).length > 1 && (
        <li className={styles.line}>
          <Button size="small" onClick={() => void received.undo(fixes.keys())}>
            {takeAllBack}
          </Button>
        </li>
      )}
      {[...fixes].map(([id, end]) => (
        <li key={id} className={styles.line}>
          {describeEnd(end, names.get(id) ?? "", language)}
          {isUndoable(end) && (
            <Button size="small" aria-label={words.undoIn(names.get(id) ?? "")} onClick={() => void received.undo([id])}>
              {words.undo}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function isUndoable(end: FixOutcome): boolean {
  return end.kind === "fixed" && end.entries.length > 0;
}

function describeEnd(end: FixOutcome, name: string, language: Language): string {
  const words = receivedWords[language];
  if (end.kind === "refused") return words.notFixed(name, describeRefusal(end, language));
  if (end.kind === "undone") return `${words.undoneIn(name, end.count)}${end.changed > 0 ? words.leftIn(end.changed) : ""}`;
  const left = end.clashes.length + end.left.length;
  return `${words.fixedIn(name, end.entries.length)}${left > 0 ? words.leftIn(left) : ""}`;
}
