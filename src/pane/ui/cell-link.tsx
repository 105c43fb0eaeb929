import { makeStyles, tokens } from "@fluentui/react-components";
import { a1, type CellPlace } from "../../core/model/address.ts";
import { Link } from "./link.tsx";

const useStyles = makeStyles({
  link: { fontSize: tokens.fontSizeBase200, textDecorationLine: "underline" },
});

interface CellLinkProps {
  readonly at: CellPlace;
  readonly onSelect: (place: CellPlace) => void;
}

/** The address of a cell as a link to it. */
export function CellLink({ at, onSelect }: CellLinkProps) {
  const styles = useStyles();
  return (
    <Link className={styles.link} onClick={() => onSelect(at)}>
      {a1(at)}
    </Link>
  );
}
