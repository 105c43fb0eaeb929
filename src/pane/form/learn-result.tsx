import { makeStyles, tokens } from "@fluentui/react-components";
import { Warning16Regular } from "@fluentui/react-icons";
import { markLevels } from "../../core/review/mark-look.ts";
import { KindSymbol } from "../ui/kind-symbol.tsx";
import { countKinds, severities, type Kind } from "../state/kinds.ts";
import type { Proposed } from "../state/inference.ts";
import { Notice } from "../ui/notice.tsx";
import { useTexts } from "../texts/texts.ts";

const kinds: readonly Kind[] = [...severities, ...markLevels];

const useStyles = makeStyles({
  result: { display: "flex", flexDirection: "column", gap: "4px", padding: "8px 10px", border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  numbers: { display: "flex", flexWrap: "wrap", gap: "2px 14px", margin: 0, padding: 0, listStyle: "none" },
  kind: { display: "inline-flex", alignItems: "center", gap: "4px" },
});

/** What a check of the sheet by the proposed form gives, in numbers. */
export function InferenceResult({ proposed: { proposal, inspection } }: { readonly proposed: Proposed }) {
  const styles = useStyles();
  const words = useTexts();
  if (!inspection) return <Notice icon={<Warning16Regular />} text={words.infer.noTable} />;
  const counts = countKinds({ inspection });
  return (
    <div className={styles.result}>
      <h4 className={styles.title}>{words.infer.preview}</h4>
      <ul className={styles.numbers}>
        {proposal.form.levels.map(({ id, name }, depth) => (
          <li key={id}>
            {name.ja} <b>{inspection.counts[depth]}</b>
          </li>
        ))}
      </ul>
      <ul className={styles.numbers}>
        {kinds.map((kind) => (
          <li key={kind} className={styles.kind}>
            <KindSymbol kind={kind} />
            <span>
              {words.kinds[kind]} <b>{counts[kind]}</b>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
