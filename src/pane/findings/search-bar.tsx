import { Button, makeStyles, SearchBox, Select } from "@fluentui/react-components";
import { ArrowDown16Regular, ArrowUp16Regular } from "@fluentui/react-icons";
import { memo, useCallback, useRef } from "react";
import { ruleTitle } from "../../core/rules/say.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import type { Filter } from "../state/filter.ts";
import type { Session } from "../state/session.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { useEvent } from "../ui/use-event.ts";

const useStyles = makeStyles({
  bar: { display: "flex", gap: "4px" },
  search: { flex: "1 1 0", minWidth: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "4px" },
  field: { minWidth: 0, maxWidth: "none" },
});

interface SearchBarProps {
  readonly session: Session;
  readonly check: SheetCheck;
  readonly filter: Filter;
}

/** Shows the entries of one rule, or those in which words stand; beside it the way to the next finding. */
export const SearchBar = memo(function SearchBar({ session, check, filter }: SearchBarProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const { findings } = check.inspection;
  const rules = [...new Set(findings.map(({ rule }) => rule))];
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
    <div className={styles.bar}>
      <div className={styles.search} role="search" ref={search}>
        <SearchBox
          size="small"
          className={styles.field}
          aria-label={words.search}
          placeholder={words.search}
          value={filter.text}
          onChange={(_, { value }) => session.filterBy({ text: value })}
        />
        <Select
          size="small"
          className={styles.field}
          aria-label={words.rule}
          value={filter.rule ?? ""}
          onChange={(_, { value }) => session.filterBy({ rule: value === "" ? undefined : value })}
        >
          <option value="">{words.everyRule}</option>
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {ruleTitle(rule, language)}
            </option>
          ))}
        </Select>
      </div>
      {findings.length > 0 && (
        <>
          <Button size="small" icon={<ArrowUp16Regular />} title={words.previous} aria-label={words.previous} onClick={() => session.step(-1)} />
          <Button size="small" icon={<ArrowDown16Regular />} title={words.next} aria-label={words.next} onClick={() => session.step(1)} />
        </>
      )}
    </div>
  );
});
