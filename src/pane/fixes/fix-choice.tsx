import { Button, Checkbox, makeStyles } from "@fluentui/react-components";
import type { Mend } from "../../core/fixes/mends.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { ChangeLines } from "./change-lines.tsx";
import { MendList } from "./fix-list.tsx";
import type { MendedSheet, Mender } from "../state/fixer.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  box: { width: "100%", alignItems: "flex-start", "& label": { minWidth: 0, flexGrow: 1 } },
  rule: { display: "block" },
});

interface MendChoiceProps {
  readonly mender: Mender;
  readonly sheet: MendedSheet;
  readonly safe: readonly Mend[];
  /** Those that are not wanted. */
  readonly left: ReadonlySet<Mend>;
}

/** The safe mends with a tick box each, before and after, from which the user chooses what is written. */
export function MendChoice({ mender, sheet, safe, left }: MendChoiceProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const chosen = safe.filter((mend) => !left.has(mend));
  const leave = () => mender.show("findings");
  const chooseAll = () => {
    for (const mend of chosen.length === safe.length ? safe : left) mender.toggle(mend);
  };
  return (
    <MendList
      title={words.safeMends}
      help={words.safeMendsHelp}
      items={safe}
      keyOf={({ edits }) => edits.map(({ at }) => `${at.row} ${at.column}`).join()}
      draw={(mend) => (
        <Checkbox
          className={styles.box}
          checked={!left.has(mend)}
          onChange={() => mender.toggle(mend)}
          label={
            <>
              <ChangeLines cells={mend.edits} withPlace />
              <span className={styles.rule}>{mend.findings.map(({ rule }) => ruleTitle(rule, language)).join(" · ")}</span>
            </>
          }
        />
      )}
      head={<Checkbox label={words.chooseAll} checked={chosen.length === safe.length ? true : chosen.length === 0 ? false : "mixed"} onChange={chooseAll} />}
      foot={
        <>
          <Button appearance="primary" disabled={chosen.length === 0} onClick={() => void mender.mend(sheet, chosen)}>
            {words.mendChosen(chosen.length)}
          </Button>
          <Button onClick={leave}>{words.stopChoosing}</Button>
        </>
      }
      onLeave={leave}
    />
  );
}
