import { makeStyles, tokens } from "@fluentui/react-components";
import { DataBarVerticalRegular, DocumentSearchRegular, ErrorCircleRegular, TableDismissRegular, TableSearchRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Language } from "../../core/wording/language.ts";
import type { ActiveSheet, SheetCheck } from "../state/host-adapter.ts";
import type { Session } from "../state/session.ts";
import type { CheckState } from "../state/state.ts";
import { useRefusalWords } from "../texts/refusal-words.ts";
import type { Refusals } from "../texts/refusals.ts";
import { useRefusals } from "../ui/use-refusals.ts";
import { misfitLines } from "../texts/say-news.ts";
import { useLanguage, useTexts, type Texts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { TechnicalText } from "../ui/technical-text.tsx";

const useStyles = makeStyles({
  message: { display: "flex", flexDirection: "column", alignItems: "center", textAlign: "center", gap: "8px", padding: "40px 24px", margin: "auto 0", color: tokens.colorNeutralForeground2, overflowY: "auto" },
  icon: { display: "flex", fontSize: "40px", color: tokens.colorNeutralForeground3 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  help: { margin: 0, maxWidth: "32em", overflowWrap: "anywhere" },
});

interface Message {
  readonly icon: ReactNode;
  readonly title: string;
  readonly help: string;
  readonly technical?: string;
}

/** What stands where a list would be. */
export function MessageFrame({ icon, title, help, technical = "", children }: Message & { readonly children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.message}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.help}>{help}</p>
      {children}
      <TechnicalText text={technical} />
    </div>
  );
}

interface StateMessageProps {
  readonly sheet: ActiveSheet | undefined;
  readonly state: CheckState;
  readonly session: Session;
}

/** What stands where the list would be, when there is no list: one sentence says why and what to do. */
export function StateMessage({ sheet, state, session }: StateMessageProps) {
  const words = useTexts();
  const language = useLanguage();
  const again = useRefusalWords();
  const refusals = useRefusals(state.phase === "refused" || (state.phase === "checked" && !state.check));
  const { adapter } = session;
  if (!sheet && adapter.lookAgain) {
    return (
      <MessageFrame icon={<DocumentSearchRegular />} title={again.sheetNotRead} help={again.sheetNotReadHelp}>
        <Button onClick={() => adapter.lookAgain?.()}>{again.tryAgain}</Button>
      </MessageFrame>
    );
  }
  const message = sheet ? messageOf(state, words, language, refusals) : { icon: <DocumentSearchRegular />, title: words.noSheet, help: words.noSheetHelp };
  if (!message) return null;
  return (
    <MessageFrame {...message}>
      {sheet && state.phase === "checked" && !state.check && <Button onClick={() => session.look("settings")}>{words.useForm}</Button>}
      {sheet && (state.phase === "refused" || state.phase === "failed") && <Button onClick={() => void session.check(sheet.id)}>{again.tryAgain}</Button>}
    </MessageFrame>
  );
}

/** The document's own form does not fit: one way on, to the result by another form. */
export function MisfitMessage({ check, session }: { readonly check: SheetCheck; readonly session: Session }) {
  const words = useTexts().misfit;
  const language = useLanguage();
  return (
    <MessageFrame icon={<TableSearchRegular />} title={words.title} help={misfitLines(check, language).join(language === "ja" ? "" : " ")}>
      <Button appearance="primary" onClick={() => session.goOn()}>
        {check.inspection.questions.length > 0 ? words.answer : words.look}
      </Button>
    </MessageFrame>
  );
}

function messageOf(state: CheckState, words: Texts, language: Language, { sayRefusal }: Refusals): Message | undefined {
  switch (state.phase) {
    case "idle":
      return { icon: <DocumentSearchRegular />, title: words.notChecked, help: words.notCheckedHelp };
    case "busy":
      return state.slow ? { icon: <DocumentSearchRegular />, title: words.busy, help: words.busyHelp } : undefined;
    case "own":
      return { icon: <DataBarVerticalRegular />, title: words.ownSheet, help: words.ownSheetHelp };
    case "failed":
      return { icon: <ErrorCircleRegular />, title: words.failed, help: words.failedHelp };
    case "refused": {
      const { said, technical } = sayRefusal("read", state, language);
      return { icon: <ErrorCircleRegular />, title: words.refused, help: said, technical };
    }
    case "checked":
      return { icon: <TableDismissRegular />, title: words.noTable, help: sayRefusal("read", { code: "table-missing", detail: "" }, language).said };
  }
}
