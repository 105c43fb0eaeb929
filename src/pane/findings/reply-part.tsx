import { makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import { asRefusal, type Refusal } from "../../core/model/refusal.ts";
import { lettersOf, type Reply } from "../../core/reply/reply.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import type { ActiveSheet, SheetCheck } from "../state/host-adapter.ts";
import { receivedOf } from "../state/received.ts";
import type { Session } from "../state/session.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { today } from "../state/today.ts";
import { useEscape } from "../ui/use-escape.ts";
import { replyViewWords } from "./reply-words.ts";
import { ViewHead } from "../ui/view-head.tsx";

const useStyles = makeStyles({
  frame: { flex: "1 1 0", minHeight: 0, overflowY: "auto", padding: "10px 16px", display: "flex", flexDirection: "column", gap: "12px", backgroundColor: tokens.colorNeutralBackground2 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  letter: { display: "flex", flexDirection: "column", gap: "6px" },
  section: { margin: 0, fontSize: tokens.fontSizeBase300 },
  text: { "& textarea": { maxHeight: "none", height: "220px" } },
  actions: { display: "flex", gap: "8px", alignItems: "center" },
});

interface ReplyProps {
  readonly session: Session;
  readonly sheet: ActiveSheet;
  readonly check: SheetCheck;
  readonly onLeave: () => void;
}

/** Letters to those who sent the sheet in, by section, each to be copied. */
export function ReplyPart({ session, sheet, check, onLeave }: ReplyProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const own = replyViewWords[language];
  const frame = useRef<HTMLDivElement>(null);
  useEscape(frame, onLeave);
  const { inspection } = check;
  const reply = useMemo(
    () => ({ inspection, findings: inspection.findings, form: check.form, language, day: today(), source: sheet.source }),
    [inspection, check, language, sheet.source],
  );
  const letters = useMemo(() => lettersOf(reply), [reply]);
  const onSent = () => void receivedOf(session).noteSent(inspection.sheet.id);
  return (
    <div ref={frame} className={styles.frame} role="group" aria-label={own.title}>
      <ViewHead title={own.title} topic="send-back" />
      <p className={styles.help}>{own.help}</p>
      {letters.map(({ section, text, findings }) => (
        <Letter key={section ?? ""} title={own.letter(inspection.overview.sections ? section : undefined, findings.length)} text={text} onCopied={onSent} />
      ))}
      {session.adapter.saveReplies && letters.length > 0 && <SaveAll session={session} reply={reply} onSaved={onSent} />}
      <div>
        <Button onClick={onLeave}>{words.back}</Button>
      </div>
    </div>
  );
}

interface SaveAllProps {
  readonly session: Session;
  readonly reply: Reply;
  readonly onSaved: () => void;
}

/** Saves the letters, their drafts and lists, and tells where that fails. */
function SaveAll({ session, reply, onSaved }: SaveAllProps) {
  const styles = useStyles();
  const words = replyViewWords[useLanguage()];
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const saveAll = async () => {
    setBusy(true);
    setRefusal(undefined);
    await session.adapter.saveReplies?.([reply]).then(onSaved, (error: unknown) => setRefusal(asRefusal(error)));
    setBusy(false);
  };
  return (
    <section className={styles.letter}>
      <p className={styles.help}>{words.saveHelp}</p>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void saveAll()}>
          {words.save}
        </Button>
        <span role="alert">{refusal && describeRefusal(refusal, reply.language)}</span>
      </div>
    </section>
  );
}

interface LetterProps {
  readonly title: string;
  readonly text: string;
  readonly onCopied: () => void;
}

function Letter({ title, text, onCopied }: LetterProps) {
  const styles = useStyles();
  const words = useTexts();
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <section className={styles.letter}>
      <h4 className={styles.section}>{title}</h4>
      <Textarea className={styles.text} textarea={{ ref: area }} readOnly value={text} aria-label={title} resize="vertical" />
      <div className={styles.actions}>
        <CopyButton text={text} label={words.copy} isPrimary field={area} onCopied={onCopied} />
      </div>
    </section>
  );
}
