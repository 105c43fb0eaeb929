import { makeStyles, tokens } from "@fluentui/react-components";
import type { ShownColumn } from "./form-parts.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    backgroundColor: tokens.colorNeutralBackground1,
    "& th, & td": { padding: "3px 6px", textAlign: "start", verticalAlign: "top", overflowWrap: "anywhere", border: `1px solid ${tokens.colorNeutralStroke2}` },
    "& thead th": { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
    "& tbody th": { fontWeight: tokens.fontWeightRegular },
  },
  letters: { width: "3.2em" },
  holds: { width: "45%" },
});

interface ColumnTableProps {
  readonly label: string;
  readonly columns: readonly ShownColumn[];
}

/** Columns by letters and name, with their contents. */
export function ColumnTable({ label, columns }: ColumnTableProps) {
  const styles = useStyles();
  const words = useTexts().parts;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={styles.letters}>
            {words.letters}
          </th>
          <th scope="col">{words.header}</th>
          <th scope="col" className={styles.holds}>
            {words.content}
          </th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.id}>
            <td>{column.letters ?? words.notFound}</td>
            <th scope="row">{column.name}</th>
            <td>{describeHolds(column, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function describeHolds({ holds, page, optional }: ShownColumn, words: ReturnType<typeof useTexts>["parts"]): string {
  return [holds === "page" ? words.page(page) : words.holds[holds], ...(optional ? [words.optional] : [])].join(" · ");
}
