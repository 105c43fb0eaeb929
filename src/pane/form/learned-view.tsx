import { makeStyles, tokens } from "@fluentui/react-components";
import type { CellPlace } from "../../core/model/address.ts";
import { CellLink } from "../ui/cell-link.tsx";
import { ColumnTable } from "./column-table.tsx";
import { inferredLevels, inferredScales, leftOutColumns, type InferredLevel } from "./learned-parts.ts";
import { InferredTerms } from "./learned-terms.tsx";
import type { Proposed } from "../state/inference.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  parts: { display: "flex", flexDirection: "column", gap: "12px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  part: { display: "flex", flexDirection: "column", gap: "4px" },
  name: { margin: 0, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  code: { margin: 0, display: "flex", flexWrap: "wrap", alignItems: "baseline", gap: "0 8px", fontSize: tokens.fontSizeBase200 },
  written: { fontWeight: tokens.fontWeightSemibold },
});

interface InferredPartsProps {
  readonly proposed: Proposed;
  readonly onSelect: (place: CellPlace) => void;
}

/** What was recognised: each level's codes and columns, the words of each scale, and what a check leaves alone. */
export function InferredParts({ proposed, onSelect }: InferredPartsProps) {
  const styles = useStyles();
  const words = useTexts().infer;
  const shown = inferredLevels(proposed, useLanguage());
  const scales = inferredScales(proposed, shown);
  const leftOut = leftOutColumns(proposed);
  return (
    <div className={styles.parts}>
      <h4 className={styles.title}>{words.recognised}</h4>
      {shown.map((level, index) => (
        <LevelPart key={level.level} level={level} number={index + 1} onSelect={onSelect} />
      ))}
      {scales.length > 0 && <h5 className={styles.name}>{words.scales}</h5>}
      {scales.map((scale) => (
        <InferredTerms key={scale.columns.map(({ id }) => id).join()} scale={scale} />
      ))}
      {leftOut.length > 0 && (
        <div className={styles.part}>
          <h5 className={styles.name}>{words.leftOut}</h5>
          <ColumnTable label={words.leftOut} columns={leftOut} />
        </div>
      )}
    </div>
  );
}

interface LevelPartProps {
  readonly level: InferredLevel;
  readonly number: number;
  readonly onSelect: (place: CellPlace) => void;
}

function LevelPart({ level: { name, code, columns }, number, onSelect }: LevelPartProps) {
  const styles = useStyles();
  const words = useTexts().infer;
  return (
    <div className={styles.part}>
      <h5 className={styles.name}>{words.level(number, name)}</h5>
      <p className={styles.code}>
        {code ? (
          <>
            {words.code} <span className={styles.written}>{code.text}</span>
            <CellLink at={code.at} onSelect={onSelect} />
          </>
        ) : (
          words.noCode
        )}
      </p>
      {columns.length > 0 && <ColumnTable label={words.level(number, name)} columns={columns} />}
    </div>
  );
}
