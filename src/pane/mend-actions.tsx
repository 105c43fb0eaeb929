import { Button, makeStyles } from "@fluentui/react-components";
import type { Finding } from "../core/finding.ts";
import type { Mend } from "../core/fixes/mends.ts";
import type { Mender } from "./mender.ts";
import { useTexts } from "./texts.ts";

const useStyles = makeStyles({
  // Above the button that covers the card.
  actions: { position: "relative", zIndex: 1, display: "flex", flexWrap: "wrap", gap: "6px", marginTop: "4px", width: "fit-content", "& button": { minWidth: 0 } },
});

interface MendActionsProps {
  readonly mender: Mender;
  readonly finding: Finding;
  readonly mend: Mend;
  /** All safe mends of the finding's rule. */
  readonly alike: readonly Mend[];
  readonly isCurrent: boolean;
  readonly isStop: boolean;
}

/** The ways to mend a finding: alone, or with all that are safe and of its kind. */
export function MendActions({ mender, finding, mend, alike, isCurrent, isStop }: MendActionsProps) {
  const styles = useStyles();
  const words = useTexts();
  const shared = { size: "small", tabIndex: isStop ? 0 : -1 } as const;
  return (
    <span className={styles.actions}>
      <Button {...shared} appearance={mend.safety === "safe" ? "primary" : "secondary"} onClick={() => void mender.mend([mend])}>
        {mend.safety === "safe" ? words.mend : words.mendSuggested}
      </Button>
      {isCurrent && alike.length > 1 && finding.fix?.safety === "safe" && (
        <Button {...shared} onClick={() => void mender.mend(alike)}>
          {words.mendRule(alike.length)}
        </Button>
      )}
    </span>
  );
}
