import { Button, Checkbox, makeStyles } from "@fluentui/react-components";
import { a1 } from "../../core/model/address.ts";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { ChangeLines } from "./change-lines.tsx";
import { FixList } from "./fix-list.tsx";
import type { FixedSheet, Fixer } from "../state/fixer.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  box: { width: "100%", alignItems: "flex-start", "& label": { minWidth: 0, flexGrow: 1 } },
  rule: { display: "block" },
});

interface FixChoiceProps {
  readonly fixer: Fixer;
  readonly sheet: FixedSheet;
  readonly safe: readonly FixGroup[];
  /** The deselected ones. */
  readonly left: ReadonlySet<FixGroup>;
}

/** The safe fixes with a tick box each, before and after. The user chooses which are written. */
export function FixChoice({ fixer, sheet, safe, left }: FixChoiceProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const chosen = safe.filter((fixGroup) => !left.has(fixGroup));
  const leave = () => fixer.show("findings");
  const chooseAll = () => {
    for (const fixGroup of chosen.length === safe.length ? safe : left) fixer.toggle(fixGroup);
  };
  return (
    <FixList
      title={words.safeFixes}
      help={words.safeFixesHelp}
      items={safe}
      keyOf={({ edits }) => edits.map(({ at }) => a1(at)).join()}
      draw={(fixGroup) => (
        <Checkbox
          className={styles.box}
          checked={!left.has(fixGroup)}
          onChange={() => fixer.toggle(fixGroup)}
          label={
            <>
              <ChangeLines cells={fixGroup.edits} withPlace />
              <span className={styles.rule}>{fixGroup.findings.map(({ rule }) => ruleTitle(rule, language)).join(" · ")}</span>
            </>
          }
        />
      )}
      head={<Checkbox label={words.chooseAll} checked={chosen.length === safe.length ? true : chosen.length === 0 ? false : "mixed"} onChange={chooseAll} />}
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
