import { makeStyles, tokens } from "@fluentui/react-components";
import { QuestionCircle16Regular } from "@fluentui/react-icons";
import type { Wording } from "../../core/wording/language.ts";
import type { HelpTopic } from "../../help/topics.ts";
import { useLanguage } from "../texts/texts.ts";

const label: Wording = { ja: "この部分の説明", en: "Help on this part (in Japanese)" };

const useStyles = makeStyles({
  link: {
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

/** A small sign that opens the manual at a topic, in a window of its own: the pane stays as it is. */
export function HelpLink({ topic, id }: { readonly topic: HelpTopic; readonly id?: string }) {
  const styles = useStyles();
  const language = useLanguage();
  // The workbench may be copied as a single file, without the manual.
  if (location.protocol === "file:") return null;
  const name = label[language];
  return (
    <a id={id} className={styles.link} href={`help/index.html#${topic}`} target="_blank" rel="noopener" hrefLang="ja" aria-label={name} title={name}>
      <QuestionCircle16Regular aria-hidden />
    </a>
  );
}
