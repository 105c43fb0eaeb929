import { Button, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useMemo, useRef } from "react";
import { sendBackTexts } from "../core/send-back/send-back.ts";
import { CopyButton } from "./copy-button.tsx";
import type { FrontSheet, SheetCheck } from "./desk.ts";
import { GridMessage } from "./grid-message.tsx";
import type { Session } from "./session.ts";
import { useLanguage, useTexts } from "./texts.ts";
import { today } from "./today.ts";
import { useEscape } from "./use-escape.ts";
import { useSheetGrid } from "./use-sheet-grid.ts";
import { ViewHead } from "./view-head.tsx";

const useStyles = makeStyles({
  frame: { flex: "1 1 0", minHeight: 0, overflowY: "auto", padding: "10px 16px", display: "flex", flexDirection: "column", gap: "12px", backgroundColor: tokens.colorNeutralBackground2 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  letter: { display: "flex", flexDirection: "column", gap: "6px" },
  section: { margin: 0, fontSize: tokens.fontSizeBase300 },
  text: { "& textarea": { maxHeight: "none", height: "220px" } },
  actions: { display: "flex", gap: "8px", alignItems: "center" },
});

interface SendBackProps {
  readonly session: Session;
  readonly sheet: FrontSheet;
  readonly check: SheetCheck;
  readonly onLeave: () => void;
}

/** Letters to those who sent the sheet in, by section, each to be copied. */
export function SendBack({ session, sheet, check, onLeave }: SendBackProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const reading = useSheetGrid(session, sheet.id, check);
  const frame = useRef<HTMLDivElement>(null);
  useEscape(frame, onLeave);
  const letters = useMemo(() => {
    if (reading.phase !== "read") return undefined;
    const { grid, check: { inspection, form } } = reading;
    return sendBackTexts({ grid, inspection, findings: inspection.findings, form, language, day: today(), source: sheet.source });
  }, [reading, language, sheet.source]);
  return (
    <div ref={frame} className={styles.frame} role="group" aria-label={words.sendBackTitle}>
      <ViewHead title={words.sendBackTitle} topic="send-back" />
      <p className={styles.help}>{words.sendBackHelp}</p>
      {letters ? letters.map(({ section, text, findings }) => <Letter key={section ?? ""} title={words.letter(section, findings)} text={text} />) : <GridMessage reading={reading} />}
      <div>
        <Button onClick={onLeave}>{words.back}</Button>
      </div>
    </div>
  );
}

function Letter({ title, text }: { readonly title: string; readonly text: string }) {
  const styles = useStyles();
  const words = useTexts();
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <section className={styles.letter}>
      <h4 className={styles.section}>{title}</h4>
      <Textarea className={styles.text} textarea={{ ref: area }} readOnly value={text} aria-label={title} resize="vertical" />
      <div className={styles.actions}>
        <CopyButton text={text} label={words.copy} isPrimary field={area} />
      </div>
    </section>
  );
}
