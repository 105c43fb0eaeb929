import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type ComponentProps, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { activeState, misfitOf, sameEntry, shownCheck } from "./state/checks.ts";
import { FindingsView, ReviewView } from "./findings/findings-view.tsx";
import { FixNotices } from "./fixes/fix-notices.tsx";
import { KindFilter } from "./findings/kind-filter.tsx";
import { LiveRegion } from "./frame/live-region.tsx";
import { MoreButton } from "./findings/more-button.tsx";
import { helpLink, PaneHeader } from "./frame/pane-header.tsx";
import { openers, PrimaryAction } from "./frame/primary-action.tsx";
import { ProgressLine } from "./frame/progress-line.tsx";
import type { ActiveSheet, SheetCheck } from "./state/host-adapter.ts";
import type { Session } from "./state/session.ts";
import { groupings, views, type CheckView, type SessionState, type View } from "./state/state.ts";
import { MisfitMessage, StateMessage } from "./frame/state-message.tsx";
import { useStore } from "./state/store.ts";
import { useTexts } from "./texts/texts.ts";
import { VerdictLine } from "./frame/verdict-line.tsx";
import { tabId, ViewTabs } from "./frame/view-tabs.tsx";
import { arrows } from "./ui/arrows.ts";
import { later, loadParts } from "./ui/later.tsx";
import { useEvent } from "./ui/use-event.ts";
import { useWayBack } from "./ui/use-way-back.ts";

const MorePanel = later(async () => (await import("./findings/more-panel.tsx")).MorePanel);
const NumbersView = later(async () => (await import("./summary/numbers-view.tsx")).NumbersView);
const ListingPart = later(async () => (await import("./findings/listing-part.tsx")).ListingPart);
const OutlineView = later(async () => (await import("./outline/outline-view.tsx")).OutlineView);
const ReplyPart = later(async () => (await import("./findings/reply-part.tsx")).ReplyPart);
const DocumentSettingsNotice = later(async () => (await import("./settings/document-settings-notice.tsx")).DocumentSettingsNotice);
const OwnSettingsLine = later(async () => (await import("./settings/own-settings-line.tsx")).OwnSettingsLine);
const ReceivedView = later(async () => (await import("./received/received-view.tsx")).ReceivedView);
const SummaryNotice = later(async () => (await import("./summary/summary-bar.tsx")).SummaryNotice);
const SettingsView = later(async () => (await import("./settings/settings-view.tsx")).SettingsView);

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    minWidth: 0,
    // Of a low window, as at 400 % zoom or below long news, the whole pane scrolls.
    overflowY: "auto",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  top: { flex: "none", display: "flex", flexDirection: "column", gap: "5px", padding: "4px 8px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  // Always there, so that what comes into it is read out; without a line of its own while it is empty.
  said: { display: "contents" },
  // Without the tabs nothing else keeps the line off.
  withoutTabs: { paddingBottom: "8px" },
  counts: { display: "flex", gap: "3px" },
  view: { flex: "1 1 0", minHeight: "132px", display: "flex", flexDirection: "column", "@media (max-height: 420px)": { flex: "none", height: "420px" } },
});

interface PaneProps {
  readonly session: Session;
  /** True where the sheet was changed since its check. */
  readonly isOld?: boolean;
}

/** The task pane: what was read, what was found, and the way to each cell. Knows the host adapter, not the host. */
export const Pane = memo(function Pane({ session, isOld = false }: PaneProps) {
  const styles = useStyles();
  const words = useTexts();
  const pane = useRef<HTMLElement>(null);
  const state = useStore(session);
  // A result is drawn in slices, so that a long one does not block the page.
  const sheet = useDeferredValue(state.sheet);
  const checkState = useDeferredValue(activeState(state));
  const shown = shownCheck(checkState);
  const isMisfit = misfitOf(state, shown) !== undefined;
  const check = isMisfit ? null : shown;
  const { view } = state;
  const isSetting = view === "settings";
  useStepKeys(pane, session);
  useWayBack(view === "reply" || view === "listing" || view === "single", openers.more);
  useWayBack(isMisfit, tabId("findings"));
  const hasResult = shown !== null;
  useEffect(() => {
    if (hasResult) void loadParts();
  }, [hasResult]);
  const isChecked = hasResult && !isOld;
  if (view === "received") {
    return (
      <section ref={pane} className={styles.pane} aria-label={words.pane}>
        <ReceivedView session={session} />
      </section>
    );
  }
  const isOpen = !isSetting && checkState.phase !== "own" && !isMisfit;
  return (
    <section ref={pane} className={styles.pane} aria-label={words.pane}>
      <div className={mergeClasses(styles.top, (isSetting || !check) && styles.withoutTabs)}>
        <PaneHeader sheet={sheet} check={check} view={view} onCheck={sheet && isChecked ? () => void session.check(sheet.id) : undefined} onSettings={() => session.look(isSetting ? "findings" : "settings")} />
        {!isSetting && check && <VerdictLine check={check} fixer={session.fixer} />}
        {isOpen && sheet && <OwnSettingsPart session={session} sheetId={sheet.id} check={check} />}
        {isOpen && sheet && <PrimaryAction session={session} sheet={sheet} state={checkState} check={check} isOld={isOld} />}
        {!isSetting && check && <Counts session={session} state={state} check={check} />}
        {!isSetting && sheet && check && <ProgressLine progress={state.progress.get(sheet.id)} />}
        <div role="status" className={styles.said}>
          <NotKept session={session} />
          <SummaryPart summarizer={session.summarizer} sheet={sheet?.id} />
          {!isSetting && sheet && check && <FixNotices fixer={session.fixer} sheet={sheet} check={check} />}
        </div>
        {!isSetting && check && <ViewTabs view={tabOf(view)} onChoose={(chosen) => session.look(chosen)} />}
      </div>
      {isSetting && <SettingsView session={session} />}
      {!isSetting && sheet && check && <CheckPart session={session} state={state} check={check} sheet={sheet} />}
      {!isSetting && shown && isMisfit && <MisfitMessage check={shown} session={session} />}
      {!isSetting && !(sheet && shown) && <StateMessage sheet={sheet} state={checkState} session={session} />}
      <LiveRegion news={state.news} form={check?.form ?? session.form} />
    </section>
  );
});

interface PartProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly check: SheetCheck;
}

/** The counts, and what is needed now and then behind one button. What filters the list stays in sight until it is closed, and no longer filters then. */
function Counts({ session, state, check }: PartProps) {
  const styles = useStyles();
  const words = useTexts();
  const [isAsked, setAsked] = useState(false);
  const { text, rule, kinds } = state.filter;
  const isOpen = isAsked || text !== "" || rule !== undefined;
  const close = () => {
    setAsked(false);
    if (text !== "" || rule !== undefined) session.filterBy({ text: "", rule: undefined });
  };
  return (
    <>
      <div className={styles.counts} role="toolbar" aria-label={words.shown} ref={arrows}>
        <KindFilter session={session} check={check} filter={kinds} />
        <MoreButton isOpen={isOpen} onToggle={() => (isOpen ? close() : setAsked(true))} />
      </div>
      {isOpen && <MorePanel session={session} state={state} check={check} onLeave={close} />}
    </>
  );
}

/** Why the document did not keep something. */
function NotKept({ session: { documentSettings } }: Pick<PartProps, "session">) {
  return useStore(documentSettings).refusal ? <DocumentSettingsNotice documentSettings={documentSettings} /> : null;
}

/** What the document's own settings decide, where it has any. */
function OwnSettingsPart(properties: ComponentProps<typeof OwnSettingsLine>) {
  const { settings, dropped } = useStore(properties.session.documentSettings);
  return settings.form !== null || [settings.rules, settings.answers, dropped].some((some) => Object.keys(some).length > 0) ? <OwnSettingsLine {...properties} /> : null;
}

interface SummaryPartProps {
  readonly summarizer: Session["summarizer"];
  readonly sheet: string | undefined;
}

/** What becomes of summing up, once it began, beside the workbooks that it is about. */
function SummaryPart({ summarizer, sheet }: SummaryPartProps) {
  const { summary } = useStore(summarizer);
  return summary.phase === "idle" || !summarizer.isAbout(sheet) ? null : <SummaryNotice summarizer={summarizer} />;
}

/** The tab under which a view stands. */
function tabOf(view: View): CheckView {
  return views.find((each) => each === view) ?? "findings";
}

/** What of the check the chosen tab shows. */
function CheckPart({ session, state: now, check, sheet }: PartProps & { readonly sheet: ActiveSheet }) {
  const styles = useStyles();
  const { view, current: wanted } = now;
  // A newer check may be still to be drawn.
  const current = useMemo(() => sameEntry(check, wanted), [check, wanted]);
  const state = { ...now, current };
  return (
    <div className={styles.view} role="tabpanel" aria-labelledby={tabId(tabOf(view))}>
      {(view === "findings" || view === "single") && <FindingsView session={session} state={state} check={check} sheet={sheet} />}
      {view === "review" && <ReviewView session={session} state={state} check={check} sheet={sheet} />}
      {view === "outline" && <OutlineView session={session} state={state} check={check} />}
      {view === "numbers" && <NumbersView session={session} check={check} />}
      {view === "listing" && <ListingPart session={session} onLeave={() => session.look("findings")} />}
      {view === "reply" && <ReplyPart session={session} sheet={sheet} check={check} onLeave={() => session.look("findings")} />}
    </div>
  );
}

/** F8 and Shift+F8 go through the findings, F9 orders them otherwise, F1 opens the manual, Escape shows all kinds again, wherever in the pane the focus is. */
function useStepKeys(pane: React.RefObject<HTMLElement | null>, session: Session): void {
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      // No finding is in sight there.
      if (session.get().view === "received" && event.key !== "F1") return;
      if (event.key === "F8") session.step(event.shiftKey ? -1 : 1);
      else if (event.key === "F9") session.group(groupings[(groupings.indexOf(session.get().grouping) + 1) % groupings.length] ?? "severity");
      else if (event.key === "F1") document.getElementById(helpLink)?.click();
      else if (event.key === "Escape" && session.get().filter.kinds.size > 0) session.filterBy({ kinds: new Set() });
      else return;
      event.preventDefault();
      // To Office.js it means that the user leaves the pane.
      if (event.key === "Escape") event.stopPropagation();
    },
    [session],
  );
  useEvent(pane, "keydown", onKeyDown);
  // Where the focus is nowhere, as when a file was just opened, the body gets the keys.
  useEffect(() => {
    const { body } = document;
    const onBody = (event: KeyboardEvent) => event.target === body && onKeyDown(event);
    body.addEventListener("keydown", onBody);
    return () => body.removeEventListener("keydown", onBody);
  }, [onKeyDown]);
}
