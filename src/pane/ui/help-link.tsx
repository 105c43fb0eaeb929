import { makeStyles, tokens } from "@fluentui/react-components";
import { createContext, useContext } from "react";
import { QuestionCircle16Regular } from "@fluentui/react-icons";
import type { Wording } from "../../core/wording/language.ts";
import type { HelpTopic } from "../../help/topics.ts";
import { useLanguage } from "../texts/texts.ts";

/** Shows the manual within the page; where there is none, it is opened in a window of its own. */
export const ManualContext = createContext<((topic: HelpTopic) => void) | undefined>(undefined);

const label: Wording = { ja: "この部分の説明", en: "Help on this part" };
const inJapanese: Wording = { ja: label.ja, en: `${label.en} (in Japanese)` };

const useStyles = makeStyles({
  link: {
    padding: 0,
    border: 0,
    background: "none",
    cursor: "pointer",
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    flex: "none",
    width: "24px",
    height: "24px",
    color: tokens.colorNeutralForeground3,
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { color: tokens.colorNeutralForeground2BrandHover, backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** A small button that opens the manual at a topic, so that the pane stays: within the page or in its own window. */
export function HelpLink({ topic, id }: { readonly topic: HelpTopic; readonly id?: string }) {
  const styles = useStyles();
  const language = useLanguage();
  const show = useContext(ManualContext);
  if (show) {
    return (
      <button type="button" id={id} className={styles.link} aria-label={label[language]} title={label[language]} onClick={() => show(topic)}>
        <QuestionCircle16Regular aria-hidden />
      </button>
    );
  }
  const name = inJapanese[language];
  return (
    <a id={id} className={styles.link} href={`help/index.html#${topic}`} target="_blank" rel="noopener" hrefLang="ja" aria-label={name} title={name}>
      <QuestionCircle16Regular aria-hidden />
    </a>
  );
}
