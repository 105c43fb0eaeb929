import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useCallback, useDeferredValue, useRef } from "react";
import { CheckBar } from "./frame/check-bar.tsx";
import { activeState, shownCheck } from "./state/checks.ts";
import { FindingsView } from "./findings/findings-view.tsx";
import { KindFilter } from "./findings/kind-filter.tsx";
import { DocumentSettingsNotice } from "./settings/document-settings-notice.tsx";
import { LiveRegion } from "./frame/live-region.tsx";
import { NumbersView } from "./summary/numbers-view.tsx";
import { OutlineView } from "./outline/outline-view.tsx";
import { PaneHeader } from "./frame/pane-header.tsx";
import { OwnSettingsLine } from "./settings/own-settings-line.tsx";
import { ProgressLine } from "./frame/progress-line.tsx";
import type { Session } from "./state/session.ts";
import { SummaryNotice } from "./summary/summary-bar.tsx";
import { SettingsView } from "./settings/settings-view.tsx";
import { StateMessage } from "./frame/state-message.tsx";
import { useStore } from "./state/store.ts";
import { useTexts } from "./texts/texts.ts";
import { ViewTabs } from "./frame/view-tabs.tsx";
import { useEvent } from "./ui/use-event.ts";

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    minHeight: 0,
    minWidth: 0,
    // In a low window, as at 400 % zoom, the whole pane scrolls.
    "@media (max-height: 560px)": { overflowY: "auto" },
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  top: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    padding: "12px 16px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Always present, so that its contents are read out, but without a line while it is empty.
  said: { display: "contents" },
  // Without the tabs nothing else keeps it off the line.
  withoutTabs: { paddingBottom: "12px" },
  view: { flex: "1 1 0", minHeight: 0, display: "flex", flexDirection: "column", "@media (max-height: 560px)": { flex: "none", height: "420px" } },
});

/** The task pane: what was read, what was found, and the way to each cell. It knows the host adapter, not the host. */
export const Pane = memo(function Pane({ session }: { readonly session: Session }) {
  const styles = useStyles();
  const words = useTexts();
  const pane = useRef<HTMLElement>(null);
  const state = useStore(session);
  // A result is drawn in slices, so that a long one does not block the page.
  const sheet = useDeferredValue(state.sheet);
  const checkState = useDeferredValue(activeState(state));
  const check = shownCheck(checkState);
  const { view } = state;
  const isSetting = view === "settings";
  useStepKeys(pane, session);
  return (
    <section ref={pane} className={styles.pane} aria-label={words.pane}>
      <div className={mergeClasses(styles.top, (isSetting || !check) && styles.withoutTabs)}>
        <PaneHeader sheet={sheet} check={check} isSetting={isSetting} onSettings={() => session.look(isSetting ? "findings" : "settings")} />
        {!isSetting && sheet && checkState.phase !== "own" && <CheckBar session={session} sheetId={sheet.id} state={checkState} />}
        {!isSetting && sheet && checkState.phase !== "own" && <OwnSettingsLine session={session} sheetId={sheet.id} />}
        {!isSetting && check && <KindFilter session={session} check={check} filter={state.filter.kinds} />}
        {!isSetting && sheet && check && <ProgressLine progress={state.progress.get(sheet.id)} />}
        <div role="status" className={styles.said}>
          <DocumentSettingsNotice documentSettings={session.documentSettings} />
          <SummaryNotice summarizer={session.summarizer} />
        </div>
        {!isSetting && check && <ViewTabs view={view} onChoose={(chosen) => session.look(chosen)} />}
      </div>
      {isSetting && <SettingsView session={session} />}
      {!isSetting && sheet && check && (
        <div className={styles.view} role="tabpanel" aria-labelledby={`view-${view}`}>
          {view === "findings" && <FindingsView session={session} state={state} check={check} sheet={sheet} />}
          {view === "outline" && <OutlineView session={session} state={state} check={check} />}
          {view === "numbers" && <NumbersView session={session} check={check} />}
        </div>
      )}
      {!isSetting && !(sheet && check) && <StateMessage sheet={sheet} state={checkState} session={session} />}
      <LiveRegion news={state.news} form={check?.form ?? session.form} />
    </section>
  );
});

/** F8 and Shift+F8 step through the findings, and F9 changes their grouping, wherever in the pane the focus is. */
function useStepKeys(pane: React.RefObject<HTMLElement | null>, session: Session): void {
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === "F8") session.step(event.shiftKey ? -1 : 1);
      else if (event.key === "F9") session.group(session.get().grouping === "row" ? "rule" : "row");
      else return;
      event.preventDefault();
    },
    [session],
  );
  useEvent(pane, "keydown", onKeyDown);
}
