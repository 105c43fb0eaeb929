import { makeStyles } from "@fluentui/react-components";
import { useRef } from "react";
import type { Acceptance, Consent } from "../../core/acceptance/acceptance.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import { homeOf } from "../state/checks.ts";
import type { FixedSheet, Fixer } from "../state/fixer.ts";
import { findingKey } from "../state/list-memory.ts";
import type { Session } from "../state/session.ts";
import { useStore } from "../state/store.ts";
import { useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { later } from "../ui/later.tsx";

const AcceptForm = later(async () => (await import("./accept-form.tsx")).AcceptForm);

const useStyles = makeStyles({
  // Above the button that covers the card.
  actions: { position: "relative", zIndex: 1, display: "flex", flexWrap: "wrap", gap: "6px", marginTop: "4px", width: "fit-content", "& button": { minWidth: 0 } },
});

/** The possible fix of a finding. */
export interface FixOffer {
  readonly fixer: Fixer;
  readonly sheet: FixedSheet;
  readonly fixGroup: FixGroup;
  /** All safe fixes of the finding's rule. */
  readonly alike: () => readonly FixGroup[];
}

interface FindingActionsProps {
  readonly session: Session;
  readonly sheet: FixedSheet;
  readonly finding: Finding;
  readonly offer: FixOffer | undefined;
  readonly acceptance: Acceptance | undefined;
  readonly isCurrent: boolean;
  readonly isStop: boolean;
}

/** The possible actions on a finding: fix it, alone or with all of its kind, accept it, or reopen it. */
export function FindingActions({ session, sheet, finding, offer, acceptance, isCurrent, isStop }: FindingActionsProps) {
  const styles = useStyles();
  const words = useTexts();
  const { leaving } = useStore(session.list);
  const home = homeOf(session.get(), sheet.id);
  const isAsking = leaving?.finding === findingKey(home, finding);
  const actions = useRef<HTMLSpanElement>(null);
  const tabIndex = isStop ? 0 : -1;
  const stay = () => {
    session.list.stay();
    actions.current?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  };
  const accept = (consent: Consent) => {
    session.list.stay();
    void session.accept(finding, consent);
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
        {offer && <FixButtons offer={offer} finding={finding} isCurrent={isCurrent} tabIndex={tabIndex} />}
        {isCurrent && (
          <Button size="small" data-key="leave" tabIndex={tabIndex} appearance="subtle" aria-expanded={isAsking} onClick={() => (isAsking ? session.list.stay() : session.list.leave(home, finding))}>
            {words.leave}
          </Button>
        )}
      </span>
      {isCurrent && isAsking && <AcceptForm typed={leaving} onType={(typed) => session.list.leave(home, finding, typed)} onAccept={accept} onCancel={stay} />}
    </>
  );
}

interface FixButtonsProps {
  readonly offer: FixOffer;
  readonly finding: Finding;
  readonly isCurrent: boolean;
  readonly tabIndex: number;
}

function FixButtons({ offer: { fixer, sheet, fixGroup, alike: findAlike }, finding, isCurrent, tabIndex }: FixButtonsProps) {
  const words = useTexts();
  const alike = isCurrent && finding.fix?.safety === "safe" ? findAlike() : [];
  return (
    <>
      <Button size="small" data-key="fix" tabIndex={tabIndex} appearance={fixGroup.safety === "safe" ? "primary" : "secondary"} onClick={() => void fixer.fix(sheet, [fixGroup])}>
        {fixGroup.safety === "safe" ? words.fix : words.fixSuggested}
      </Button>
      {alike.length > 1 && (
        <Button size="small" tabIndex={tabIndex} onClick={() => void fixer.fix(sheet, alike)}>
          {words.fixRule(alike.length)}
        </Button>
      )}
    </>
  );
}
