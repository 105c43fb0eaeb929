import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ErrorCircle16Filled, Eye16Filled, Flag16Filled, Info16Filled, Warning16Filled } from "@fluentui/react-icons";
import type { Kind } from "../state/kinds.ts";

const icons = {
  error: ErrorCircle16Filled,
  warning: Warning16Filled,
  info: Info16Filled,
  required: Flag16Filled,
  attention: Eye16Filled,
} as const satisfies Record<Kind, unknown>;

const useStyles = makeStyles({
  symbol: { flexShrink: 0, display: "block", forcedColorAdjust: "auto" },
  error: { color: "var(--kindError)" },
  warning: { color: "var(--kindWarning)" },
  info: { color: "var(--kindInfo)" },
  required: { color: "var(--kindRequired)" },
  attention: { color: "var(--kindAttention)" },
});

/** The sign of a kind. Its word always stands beside it. */
export function KindSymbol({ kind }: { readonly kind: Kind }) {
  const styles = useStyles();
  const Icon = icons[kind];
  return <Icon className={mergeClasses(styles.symbol, styles[kind])} aria-hidden />;
}
