import { makeStyles, tokens } from "@fluentui/react-components";
import { ruleTitle } from "../../core/rules/say.ts";
import { ruleStates, withRule, type RuleSetting, type Settings } from "../../core/settings/settings.ts";
import { severities } from "../../core/wording/severities.ts";
import type { Session } from "../state/session.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Select } from "../ui/select.tsx";

const choices: readonly RuleSetting[] = [...severities, "off"];

const useStyles = makeStyles({
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", alignItems: "center", gap: "4px 8px", margin: 0, width: "100%", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  changed: { fontWeight: tokens.fontWeightSemibold },
  value: { margin: 0 },
});

interface RuleSettingsProps {
  readonly session: Session;
  readonly settings: Settings;
}

/** The severity of each rule, or whether it is switched off. */
export function RuleSettings({ session, settings }: RuleSettingsProps) {
  const styles = useStyles();
  const words = useTexts();
  const language = useLanguage();
  const word = (setting: RuleSetting) => (setting === "off" ? words.ruleOff : words.kinds[setting]);
  return (
    <dl className={styles.list}>
      {ruleStates(settings).map(({ id, severity, usual }) => [
        <dt key={`${id} title`} className={severity === usual ? "" : styles.changed}>
          {ruleTitle(id, language)}
          {severity !== usual && ` ${words.usually(word(usual))}`}
        </dt>,
        <dd key={id} className={styles.value}>
          <Select
            label={ruleTitle(id, language)}
            value={severity}
            onChoose={(value) => void session.settle(withRule(settings, id, choices.find((choice) => choice === value) ?? usual))}
          >
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {word(choice)}
              </option>
            ))}
          </Select>
        </dd>,
      ])}
    </dl>
  );
}
