import { Button, makeStyles } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Acceptance } from "../../core/acceptance/acceptance.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { Mend } from "../../core/fixes/mends.ts";
import { AcceptForm } from "./accept-form.tsx";
import type { MendedSheet, Mender } from "../state/fixer.ts";
import type { Session } from "../state/session.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  // Above the button that covers the card.
  actions: { position: "relative", zIndex: 1, display: "flex", flexWrap: "wrap", gap: "6px", marginTop: "4px", width: "fit-content", "& button": { minWidth: 0 } },
});

/** How a finding can be mended here. */
export interface MendOffer {
  readonly mender: Mender;
  readonly sheet: MendedSheet;
  readonly mend: Mend;
  /** All safe mends of the finding's rule. */
  readonly alike: readonly Mend[];
}

interface FindingActionsProps {
  readonly session: Session;
  readonly finding: Finding;
  readonly offer: MendOffer | undefined;
  readonly acceptance: Acceptance | undefined;
  readonly isCurrent: boolean;
  readonly isStop: boolean;
}

/** What can be done about a finding: mend it, alone or with all of its kind, leave it as it is, or take that back. */
export function FindingActions({ session, finding, offer, acceptance, isCurrent, isStop }: FindingActionsProps) {
  const styles = useStyles();
  const words = useTexts();
  const [isAsking, setAsking] = useState(false);
  const actions = useRef<HTMLSpanElement>(null);
  const tabIndex = isStop ? 0 : -1;
  const stay = () => {
    setAsking(false);
    actions.current?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  };
  if (acceptance) {
    return (
      <span className={styles.actions}>
        <Button size="small" tabIndex={tabIndex} onClick={() => void session.reopen(finding)}>
          {words.reopen}
        </Button>
      </span>
    );
  }
  if (!offer && !isCurrent) return null;
  return (
    <>
      <span className={styles.actions} ref={actions}>
        {offer && <MendButtons offer={offer} finding={finding} isCurrent={isCurrent} tabIndex={tabIndex} />}
        {isCurrent && (
          <Button size="small" tabIndex={tabIndex} appearance="subtle" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
            {words.leave}
          </Button>
        )}
      </span>
      {isCurrent && isAsking && <AcceptForm onAccept={(consent) => void session.accept(finding, consent)} onCancel={stay} />}
    </>
  );
}

interface MendButtonsProps {
  readonly offer: MendOffer;
  readonly finding: Finding;
  readonly isCurrent: boolean;
  readonly tabIndex: number;
}

function MendButtons({ offer: { mender, sheet, mend, alike }, finding, isCurrent, tabIndex }: MendButtonsProps) {
  const words = useTexts();
  return (
    <>
      <Button size="small" tabIndex={tabIndex} appearance={mend.safety === "safe" ? "primary" : "secondary"} onClick={() => void mender.mend(sheet, [mend])}>
        {mend.safety === "safe" ? words.mend : words.mendSuggested}
      </Button>
      {isCurrent && alike.length > 1 && finding.fix?.safety === "safe" && (
        <Button size="small" tabIndex={tabIndex} onClick={() => void mender.mend(sheet, alike)}>
          {words.mendRule(alike.length)}
        </Button>
      )}
    </>
  );
}
