import { makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useMemo, useRef } from "react";
import { tabbed } from "../../core/summary/findings-table.ts";
import type { Language } from "../../core/wording/language.ts";
import type { Session } from "../state/session.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { useEscape } from "../ui/use-escape.ts";
import { ViewHead } from "../ui/view-head.tsx";
import { listingOf } from "./listing.ts";

const useStyles = makeStyles({
  frame: { flex: "1 1 0", minHeight: 0, overflowY: "auto", padding: "10px 16px", display: "flex", flexDirection: "column", gap: "12px", backgroundColor: tokens.colorNeutralBackground2 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { "& textarea": { maxHeight: "none", height: "220px", whiteSpace: "pre" } },
  actions: { display: "flex", gap: "8px", alignItems: "center" },
});

/** The findings as a table to copy, where nothing can be printed. */
export function ListingPart({ session, onLeave }: { readonly session: Session; readonly onLeave: () => void }) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEscape(frame, onLeave);
  const text = useMemo(() => copied(session, language), [session, language]);
  return (
    <div ref={frame} className={styles.frame} role="group" aria-label={words.listing.title}>
      <ViewHead title={words.listing.title} topic="findings" />
      <p className={styles.help}>{words.listing.help}</p>
      <Textarea className={styles.text} textarea={{ ref: area }} readOnly value={text} aria-label={words.listing.title} resize="vertical" />
      <div className={styles.actions}>
        <CopyButton text={text} label={words.copy} isPrimary field={area} />
        <Button size="small" onClick={onLeave}>
          {words.back}
        </Button>
      </div>
    </div>
  );
}

function copied(session: Session, language: Language): string {
  const table = listingOf(session, language);
  return table ? tabbed(table) : "";
}
