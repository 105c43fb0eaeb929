import { makeStyles, tokens } from "@fluentui/react-components";
import { ArrowClockwise16Regular, Settings16Regular } from "@fluentui/react-icons";
import { memo } from "react";
import { a1Range } from "../../core/model/address.ts";
import { describeBeside } from "../../core/wording/beside.ts";
import { describeCards } from "../../core/wording/card-count.ts";
import { describeCounts } from "../../core/wording/phrase.ts";
import type { Language } from "../../core/wording/language.ts";
import type { HelpTopic } from "../../help/topics.ts";
import type { ActiveSheet, SheetCheck } from "../state/host-adapter.ts";
import type { View } from "../state/state.ts";
import { Button } from "../ui/button.tsx";
import { arrows } from "../ui/arrows.ts";
import { HelpLink } from "../ui/help-link.tsx";
import { useLanguage, useTexts, type Texts } from "../texts/texts.ts";

const useStyles = makeStyles({
  header: { display: "flex", alignItems: "flex-start", gap: "4px", minWidth: 0 },
  // Cut, and told in full to who goes there or presses it, over what stands below: moved by a press on it, that would not get the click.
  text: {
    position: "relative",
    flex: "1 1 0",
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    borderRadius: tokens.borderRadiusSmall,
    "& p, & h2": { margin: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
    "&:focus-visible::after, &:focus:hover::after": {
      content: "attr(title)",
      position: "absolute",
      zIndex: 1,
      inset: "0 0 auto",
      whiteSpace: "pre-line",
      overflowWrap: "anywhere",
      backgroundColor: tokens.colorNeutralBackground1,
      boxShadow: tokens.shadow8,
    },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  line: { display: "flex", gap: "8px", minWidth: 0 },
  title: { flex: "0 1 auto", maxWidth: "65%", fontSize: "inherit", lineHeight: "inherit", fontWeight: tokens.fontWeightSemibold },
  source: { flex: "1 1 0", minWidth: 0, color: tokens.colorNeutralForeground2 },
  facts: { color: tokens.colorNeutralForeground2 },
  tools: { flex: "none", display: "flex", "& button, & a": { width: "24px", minWidth: "24px", height: "24px", padding: 0 } },
});

const topics: Readonly<Record<View, HelpTopic>> = { findings: "findings", review: "marks", outline: "outline", numbers: "numbers", single: "findings", reply: "send-back", listing: "findings", settings: "settings", received: "received" };

interface PaneHeaderProps {
  readonly sheet: ActiveSheet | undefined;
  readonly check: SheetCheck | null;
  readonly view: View;
  /** Undefined where another button offers the check. */
  readonly onCheck: (() => void) | undefined;
  readonly onSettings: () => void;
}

/** Gets the focus back when the settings are closed. */
export const settingsButton = "settings-button";
/** F1 presses it. */
export const helpLink = "help-link";

/** Which sheet was read, by which form, and what it holds, in two lines; beside them check again, settings and help. */
export const PaneHeader = memo(function PaneHeader({ sheet, check, view, onCheck, onSettings }: PaneHeaderProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const facts = sheet && check ? factsOf(check, words, language) : [];
  const name = sheet?.name ?? words.pane;
  const beside = sheet && check?.inspection ? describeBeside(check.inspection, language) : [];
  const all = [name, sheet?.source ?? "", ...facts, ...beside].filter((part) => part !== "").join("\n");
  return (
    <div className={styles.header} role="toolbar" aria-label={words.head} ref={arrows}>
      {/* What is cut is told in full on focus, so it must be reached by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.text} role="group" aria-label={words.about} tabIndex={0} title={all}>
        <div className={styles.line}>
          <h2 className={styles.title}>{name}</h2>
          {sheet && <p className={styles.source}>{sheet.source}</p>}
        </div>
        {facts.length > 0 && <p className={styles.facts}>{facts.join("　")}</p>}
        {beside.map((line) => (
          <p key={line} className={styles.facts}>
            {line}
          </p>
        ))}
      </div>
      <div className={styles.tools}>
        {onCheck && <Button size="small" appearance="subtle" icon={<ArrowClockwise16Regular />} aria-label={words.check} title={words.check} onClick={onCheck} />}
        <Button id={settingsButton} size="small" appearance="subtle" icon={<Settings16Regular />} aria-label={words.settings} title={words.settings} aria-pressed={view === "settings"} onClick={onSettings} />
        <HelpLink id={helpLink} topic={topics[view]} />
      </div>
    </div>
  );
});

function factsOf({ form, hiddenRows, inspection }: SheetCheck, words: Texts, language: Language): readonly string[] {
  const { cards, counts, table } = inspection;
  return [
    words.byForm(inspection.form.from === "inferred" ? words.ask.inferred : form.name[language]),
    describeCounts(counts, form, language),
    cards ? describeCards(cards, language) : words.range(a1Range(table.first, table.last)),
    ...(hiddenRows > 0 ? [words.hiddenRows(hiddenRows)] : []),
  ];
}
