import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Settings20Regular } from "@fluentui/react-icons";
import { memo } from "react";
import { a1Range } from "../../core/model/address.ts";
import { describeCards, describeLeftOut, describeOtherKinds } from "../../core/wording/cards.ts";
import { describeCounts } from "../../core/wording/phrase.ts";
import type { ActiveSheet, SheetCheck } from "../state/host-adapter.ts";
import type { Language } from "../../core/wording/language.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  header: { display: "flex", flexDirection: "column", gap: "2px", minWidth: 0 },
  line: { display: "flex", alignItems: "flex-start", gap: "8px" },
  title: { margin: 0, flex: "1 1 0", minWidth: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  source: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  facts: { margin: "4px 0 0", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, display: "flex", flexWrap: "wrap", columnGap: "12px" },
  form: { overflowWrap: "anywhere" },
});

interface PaneHeaderProps {
  readonly sheet: ActiveSheet | undefined;
  readonly check: SheetCheck | null;
  readonly isSetting: boolean;
  readonly onSettings: () => void;
}

/** Gets the focus back when the settings are closed. */
export const settingsButton = "settings-button";

/** Which sheet and range was read, by which form, and what it holds. */
export const PaneHeader = memo(function PaneHeader({ sheet, check, isSetting, onSettings }: PaneHeaderProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h2 className={styles.title}>{sheet?.name ?? words.pane}</h2>
        <Button id={settingsButton} size="small" appearance="subtle" icon={<Settings20Regular />} aria-label={words.settings} title={words.settings} aria-pressed={isSetting} onClick={onSettings} />
      </div>
      {sheet && <p className={styles.source}>{sheet.source}</p>}
      {sheet && check && (
        <p className={styles.facts}>
          <span className={styles.form}>{words.byForm(check.inspection.form.from === "inferred" ? words.ask.inferred : check.form.name[language])}</span>
          <span>{check.inspection.cards ? describeCards(check.inspection.cards, language) : words.range(a1Range(check.inspection.table.first, check.inspection.table.last))}</span>
          <span>{describeCounts(check.inspection.counts, check.form, language)}</span>
          {check.hiddenRows > 0 && <span>{words.hiddenRows(check.hiddenRows)}</span>}
        </p>
      )}
      {sheet && besideCards(check, language).map((line) => (
        <p key={line} className={styles.source}>
          {line}
        </p>
      ))}
    </header>
  );
});

/** What the workbook holds beside the cards. */
function besideCards(check: PaneHeaderProps["check"], language: Language): readonly string[] {
  const { cards } = check?.inspection ?? {};
  return cards ? [...describeOtherKinds(cards, language), ...cards.leftOut.map((left) => describeLeftOut(left, language))] : [];
}
