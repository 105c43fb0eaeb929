import { makeStyles, tokens } from "@fluentui/react-components";
import { PlugDisconnectedRegular } from "@fluentui/react-icons";
import { useTaskTexts, type AbsenceCause } from "./texts.ts";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", alignItems: "center", justifyContent: "center", gap: "12px", boxSizing: "border-box", minHeight: "100vh", padding: "24px", textAlign: "center" },
  icon: { display: "flex", fontSize: "40px", color: tokens.colorNeutralForeground3 },
  title: { margin: "0 0 12px", fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  help: { margin: 0, maxWidth: "32em", lineHeight: tokens.lineHeightBase400, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorBrandForegroundLink },
});

/** Shown without Excel: the reason, and the way to the same check elsewhere. */
export function Absence({ cause }: { readonly cause: AbsenceCause }) {
  const styles = useStyles();
  const words = useTaskTexts();
  const [title, help] = words.absent[cause];
  return (
    <main className={styles.page}>
      <span className={styles.icon} aria-hidden>
        <PlugDisconnectedRegular />
      </span>
      <div role="alert">
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.help}>{help}</p>
      </div>
      <p className={styles.help}>{words.absentAdvice}</p>
      <a className={styles.link} href="workbench.html" target="_blank" rel="noreferrer">
        {words.workbench}
      </a>
    </main>
  );
}
