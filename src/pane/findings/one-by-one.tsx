import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, type RefObject } from "react";
import { findingsShown, isAt } from "../state/checks.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { ActiveSheet, SheetCheck } from "../state/host-adapter.ts";
import { findingKey } from "../state/list-memory.ts";
import type { Session } from "../state/session.ts";
import type { SessionState } from "../state/state.ts";
import { useStore } from "../state/store.ts";
import { useFixOffers } from "../fixes/fix-offers.ts";
import { useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { useEscape } from "../ui/use-escape.ts";
import { useEvent } from "../ui/use-event.ts";
import { termsFor } from "../fixes/term-chips.tsx";
import { FindingCard } from "./finding-card.tsx";

const useStyles = makeStyles({
  frame: { flex: "1 1 0", minHeight: 0, overflowY: "auto", backgroundColor: tokens.colorNeutralBackground2 },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px", padding: "4px 12px", fontSize: tokens.fontSizeBase200 },
  keys: { margin: 0, padding: "8px 12px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface OneByOneProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly sheet: ActiveSheet;
  readonly check: SheetCheck;
}

/** The findings that the list would show, one at a time, each done with a single key. */
export function OneByOne({ session, state, sheet, check }: OneByOneProps) {
  const styles = useStyles();
  const words = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const leave = useCallback(() => session.look("findings"), [session]);
  const offerOf = useFixOffers(session.fixer, sheet, check.inspection.findings);
  const { current, place } = state;
  const findings = findingsShown(state, check);
  const { leaving } = useStore(session.list);
  const home = check.inspection.sheet.id;
  const isLeaving = (each: Finding) => findingKey(home, each) === leaving?.finding;
  // After an undo the finding that is back is not the one that was current.
  const finding = findings.find((each) => each === current) ?? findings.find(isLeaving) ?? findings.find((each) => place && isAt(each, place)) ?? findings[0];
  const hasBegun = useRef(false);
  // The first one is gone to like those after it; later the user may be anywhere.
  useEffect(() => {
    if (!hasBegun.current && finding && finding !== current) session.goTo(finding);
    hasBegun.current = true;
  }, [session, finding, current]);
  const offer = finding && offerOf(finding);
  useEscape(frame, leave);
  useSingleKeys(frame, session);
  const key = finding && findingKey(home, finding);
  useFocusOn(frame, key);
  return (
    <div ref={frame} className={styles.frame} role="group" aria-label={words.single.title}>
      <div className={styles.head}>
        {finding && words.single.place(findings.indexOf(finding) + 1, findings.length)}
        <Button size="small" onClick={leave}>
          {words.back}
        </Button>
      </div>
      {finding ? (
        <FindingCard
          key={key}
          session={session}
          sheet={sheet}
          finding={finding}
          form={check.form}
          acceptance={undefined}
          offer={offer}
          isNew={false}
          question={check.inspection.questions.find(({ id }) => id === finding.question)}
          isCurrent
          isStop
          onChoose={() => session.goTo(finding)}
          onKeyDown={() => undefined}
        />
      ) : (
        <p className={styles.keys}>{words.nothingShown}</p>
      )}
      {finding && <p className={styles.keys}>{words.single.keys(offer !== undefined, termsFor(finding, check.form).length > 0)}</p>}
    </div>
  );
}

/** Enter presses the button that fixes, S the one that leaves the finding, T leads to the terms, the arrows to the findings beside. */
function useSingleKeys(frame: RefObject<HTMLElement | null>, session: Session): void {
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || target.closest("input, textarea, select") || event.ctrlKey || event.altKey || event.metaKey) return;
      const keyed = (key: string) => frame.current?.querySelector<HTMLElement>(`[data-key="${key}"]`);
      // On any other button Enter presses that one.
      if (event.key === "Enter" && target.ariaCurrent === "true") {
        if (!event.repeat) keyed("fix")?.click();
      } else if (/^s$/i.test(event.key)) keyed("leave")?.click();
      else if (/^t$/i.test(event.key)) keyed("term")?.focus();
      else if (event.key === "ArrowRight") session.step(1);
      else if (event.key === "ArrowLeft") session.step(-1);
      else return;
      event.preventDefault();
    },
    [frame, session],
  );
  useEvent(frame, "keydown", onKeyDown);
}

/** The focus comes to each finding in turn, unless it is elsewhere on the page or in the sheet. One that a new check finds again is no other. */
function useFocusOn(frame: RefObject<HTMLElement | null>, finding: string | undefined): void {
  useEffect(() => {
    const { activeElement, body } = document;
    if (!document.hasFocus() || (activeElement !== body && !frame.current?.contains(activeElement))) return;
    const wanted = ["[aria-current]", "button"].flatMap((selector) => frame.current?.querySelector<HTMLElement>(selector) ?? []);
    wanted[0]?.focus();
  }, [frame, finding]);
}
