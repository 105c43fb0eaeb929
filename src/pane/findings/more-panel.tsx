import { makeStyles, SearchBox } from "@fluentui/react-components";
import { useCallback, useRef } from "react";
import { entriesOf } from "../../core/fixes/journal.ts";
import { sheetIdsOf } from "../../core/model/card-sheets.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { MarkLegend } from "../review/mark-legend.tsx";
import type { SheetCheck } from "../state/host-adapter.ts";
import type { Session } from "../state/session.ts";
import { groupings, type SessionState } from "../state/state.ts";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { listingOf } from "./listing.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";
import { SegmentedChoice } from "../ui/segmented-choice.tsx";
import { useEvent } from "../ui/use-event.ts";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", gap: "6px" },
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "4px" },
  field: { minWidth: 0, maxWidth: "none" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: "4px" },
  marks: { padding: "4px 0" },
});

interface MorePanelProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly check: SheetCheck;
  /** Closes it, where something else comes in its place. */
  readonly onLeave: () => void;
}

/** Search, rule, order, marks, the reply and what was fixed. */
export function MorePanel({ session, state, check, onLeave }: MorePanelProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { findings, marks } = check.inspection;
  const { journal, busy } = useStore(session.fixer);
  const fixed = entriesOf(journal, sheetIdsOf(check.inspection)).length;
  const then = (open: () => void) => () => {
    onLeave();
    session.look("findings");
    open();
  };
  const print = () => {
    const table = listingOf(session, language);
    if (table) session.adapter.print?.(table);
  };
  return (
    <div className={styles.panel} role="group" aria-label={words.more}>
      <SearchFields session={session} state={state} check={check} />
      <div className={styles.line}>
        <SegmentedChoice label={words.grouping} options={groupings.map((value) => ({ value, word: words.groupings[value] }))} chosen={state.grouping} onChoose={(chosen) => session.group(chosen)} />
        {marks.length > 0 && <Switch className={styles.marks} label={words.marks} isOn={state.marksShown} onSwitch={(isOn) => session.showMarks(isOn)} />}
      </div>
      {marks.length > 0 && state.marksShown && <MarkLegend />}
      <div className={styles.line}>
        {findings.length > 0 && (
          <Button size="small" onClick={then(() => session.look("single"))}>
            {words.single.title}
          </Button>
        )}
        {findings.length > 0 && (
          <Button size="small" onClick={then(() => session.look("reply"))}>
            {words.reply}
          </Button>
        )}
        {findings.length > 0 && (
          <Button size="small" onClick={session.adapter.print ? print : then(() => session.look("listing"))}>
            {session.adapter.print ? words.listing.print : words.listing.open}
          </Button>
        )}
        {fixed > 0 && (
          <Button size="small" disabledFocusable={busy} onClick={then(() => session.fixer.show("history"))}>
            {words.history(fixed)}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Shows the entries of one rule, or those in which words stand. */
function SearchFields({ session, state: { filter }, check }: Omit<MorePanelProps, "onLeave">) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const rules = [...new Set(check.inspection.findings.map(({ rule }) => rule))];
  const search = useRef<HTMLDivElement>(null);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== "Escape" || filter.text === "") return;
      // Office.js on the web takes Escape as the wish to leave the pane, and keeps it from emptying the field.
      event.stopPropagation();
      session.filterBy({ text: "" });
    },
    [session, filter.text],
  );
  useEvent(search, "keydown", onKeyDown);
  return (
    <div className={styles.fields} role="search" ref={search}>
      <SearchBox size="small" className={styles.field} aria-label={words.search} placeholder={words.search} dismiss={{ "aria-label": words.emptySearch }} value={filter.text} onChange={(_, { value }) => session.filterBy({ text: value })} />
      <Select className={styles.field} label={words.rule} value={filter.rule ?? ""} onChoose={(rule) => session.filterBy({ rule: rule === "" ? undefined : rule })}>
        <option value="">{words.everyRule}</option>
        {rules.map((rule) => (
          <option key={rule} value={rule}>
            {ruleTitle(rule, language)}
          </option>
        ))}
      </Select>
    </div>
  );
}
