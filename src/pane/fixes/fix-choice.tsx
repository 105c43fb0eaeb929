import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { a1 } from "../../core/model/address.ts";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { ChangeLines } from "./change-lines.tsx";
import { choiceLines, ruleOfFix, type ChoiceLine } from "./choice-lines.ts";
import { FixList } from "./fix-list.tsx";
import type { FixedSheet, Fixer } from "../state/fixer.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";

const useStyles = makeStyles({
  // As high as a finger needs with Fluent's own margins; the list's would be added to them.
  box: { width: "100%", margin: "-6px 0", alignItems: "flex-start", "& label": { minWidth: 0, flexGrow: 1 } },
  rule: { display: "flex", justifyContent: "space-between", gap: "8px", fontWeight: tokens.fontWeightSemibold },
  count: { flex: "none", fontWeight: tokens.fontWeightRegular, fontVariantNumeric: "tabular-nums" },
  fix: { paddingLeft: "20px", boxSizing: "border-box" },
  rest: { marginLeft: "20px" },
  besides: { display: "block", color: tokens.colorNeutralForeground2 },
});

interface FixChoiceProps {
  readonly fixer: Fixer;
  readonly sheet: FixedSheet;
  readonly safe: readonly FixGroup[];
  /** The deselected ones. */
  readonly left: ReadonlySet<FixGroup>;
}

/** The safe fixes by rule, before and after, with a tick box for each and one for all of a rule. The user chooses which are written. */
export function FixChoice({ fixer, sheet, safe, left }: FixChoiceProps) {
  const words = useTexts();
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const chosen = safe.filter((fixGroup) => !left.has(fixGroup));
  const leave = () => fixer.show("findings");
  const fold = (rule: string) => setUnfolded(unfolded.has(rule) ? new Set([...unfolded].filter((other) => other !== rule)) : new Set([...unfolded, rule]));
  return (
    <FixList
      title={words.safeFixes}
      help={words.safeFixesHelp}
      items={choiceLines(safe, unfolded)}
      keyOf={keyOf}
      draw={(line) => <Line line={line} fixer={fixer} left={left} onFold={fold} />}
      head={<ManyBox fixer={fixer} fixGroups={safe} left={left} label={words.chooseAll} />}
      foot={
        <>
          <Button appearance="primary" disabled={chosen.length === 0} onClick={() => void fixer.fix(sheet, chosen)}>
            {words.fixChosen(chosen.length)}
          </Button>
          <Button onClick={leave}>{words.stopChoosing}</Button>
        </>
      }
      onLeave={leave}
    />
  );
}

interface LineProps extends Pick<FixChoiceProps, "fixer" | "left"> {
  readonly line: ChoiceLine;
  readonly onFold: (rule: string) => void;
}

function Line({ line, fixer, left, onFold }: LineProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  switch (line.kind) {
    case "rule":
      return <ManyBox fixer={fixer} fixGroups={line.fixGroups} left={left} label={ruleTitle(line.rule, language)} />;
    case "fix":
      return <FixBox fixer={fixer} fixGroup={line.fixGroup} left={left} />;
    case "rest":
      return (
        <Button className={styles.rest} size="small" appearance="transparent" icon={line.isUnfolded ? <ChevronDown16Regular /> : <ChevronRight16Regular />} aria-expanded={line.isUnfolded} onClick={() => onFold(line.rule)}>
          {words.andMore(line.count)}
        </Button>
      );
  }
}

/** A tick box for several fixes: set, not set, or in between. */
function ManyBox({ fixer, fixGroups, left, label }: Pick<FixChoiceProps, "fixer" | "left"> & { readonly fixGroups: readonly FixGroup[]; readonly label: string }) {
  const styles = useStyles();
  const words = useTexts();
  const chosen = fixGroups.filter((fixGroup) => !left.has(fixGroup)).length;
  const isWhole = chosen === fixGroups.length;
  return (
    <Checkbox
      className={styles.box}
      checked={isWhole || (chosen > 0 && "mixed")}
      onChange={() => fixer.pick(fixGroups, !isWhole)}
      label={
        <span className={styles.rule}>
          {label} <span className={styles.count}>{words.chosenOf(chosen, fixGroups.length)}</span>
        </span>
      }
    />
  );
}

function FixBox({ fixer, fixGroup, left }: Pick<FixChoiceProps, "fixer" | "left"> & { readonly fixGroup: FixGroup }) {
  const styles = useStyles();
  const language = useLanguage();
  const besides = [...new Set(fixGroup.findings.map(({ rule }) => rule))].filter((rule) => rule !== ruleOfFix(fixGroup));
  return (
    <Checkbox
      className={mergeClasses(styles.box, styles.fix)}
      checked={!left.has(fixGroup)}
      onChange={() => fixer.pick([fixGroup], left.has(fixGroup))}
      label={
        <>
          <ChangeLines cells={fixGroup.edits} withPlace />
          {besides.length > 0 && <span className={styles.besides}>{besides.map((rule) => ruleTitle(rule, language)).join(" · ")}</span>}
        </>
      }
    />
  );
}

function keyOf(line: ChoiceLine): string {
  return line.kind === "fix" ? line.fixGroup.edits.map(({ at }) => a1(at)).join() : `${line.kind} ${line.rule}`;
}
