import { makeStyles, tokens } from "@fluentui/react-components";
import { Warning16Regular } from "@fluentui/react-icons";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ReceivedRow } from "../../core/received/rows.ts";
import { receivedOf } from "../state/received.ts";
import type { Session } from "../state/session.ts";
import { useCalmly, useStore } from "../state/store.ts";
import { today } from "../state/today.ts";
import { SummaryNotice } from "../summary/summary-bar.tsx";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { arrows } from "../ui/arrows.ts";
import { Notice } from "../ui/notice.tsx";
import { useEscape } from "../ui/use-escape.ts";
import { ViewHead } from "../ui/view-head.tsx";
import { FixPlan } from "./fix-plan.tsx";
import { DeedNotice, FixesNotice } from "./notices.tsx";
import { describeCopies, describeSum, hasToReturn, receivedTable } from "./received-list.ts";
import { ReceivedTable } from "./received-table.tsx";
import { copyTable, sendReplies } from "./send.ts";
import { receivedWords } from "./words.ts";

const useStyles = makeStyles({
  frame: { flex: "1 1 0", minHeight: 0, display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  head: { flex: "none", padding: "8px 16px", display: "flex", flexDirection: "column", gap: "6px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, "@media (max-width: 719px)": { padding: "6px 12px" } },
  sum: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, "@media (max-height: 600px)": { display: "none" } },
  tools: { display: "flex", flexWrap: "wrap", gap: "6px", "& button": { minWidth: 0 } },
  scroller: { flex: "1 1 0", minHeight: 0, overflowY: "auto" },
  none: { padding: "24px 16px" },
});

interface ReceivedViewProps {
  readonly session: Session;
}

/** 受け取った評価シート: a line for each office, and what can be done for all at once. While a hundred files are read, it is drawn some times a second. */
export const ReceivedView = memo(function ReceivedView({ session }: ReceivedViewProps) {
  const styles = useStyles();
  const language = useLanguage();
  const words = receivedWords[language];
  const frame = useRef<HTMLDivElement>(null);
  const received = receivedOf(session);
  const sheets = useCalmly(session.adapter.received.subscribe, session.adapter.received.sheets);
  const state = useStore(received);
  const { kept } = state;
  const rows = useMemo(() => received.rows(sheets, kept), [received, sheets, kept]);
  const [isChoosing, setChoosing] = useState(false);
  // The sheet that was in front is shown again.
  const leave = () => session.look("findings");
  useEscape(frame, isChoosing ? () => setChoosing(false) : leave);
  useEffect(() => {
    void received.recall();
    void session.adapter.received.checkAll();
  }, [received, session]);
  const copies = useMemo(() => describeCopies(rows, language), [rows, language]);
  const isBusy = state.work !== undefined;
  const { show, again } = useLineActions(session, isBusy);
  return (
    <div ref={frame} className={styles.frame} role="region" aria-label={words.title}>
      <div className={styles.head}>
        <ViewHead title={words.title} topic="received" level={2} />
        <p className={styles.sum}>{describeSum(rows, language)}</p>
        <p className={styles.help}>{words.help}</p>
        {copies.length > 0 && <Notice icon={<Warning16Regular />} text={copies.join(" ")} />}
        <Tools session={session} rows={rows} isBusy={isBusy} onFix={() => setChoosing(true)} onLeave={leave} />
        <div role="status">
          <SummaryNotice summarizer={session.summarizer} />
          <DeedNotice received={received} state={state} />
        </div>
        <FixesNotice received={received} state={state} rows={rows} />
      </div>
      <div className={styles.scroller}>
        {isChoosing && (
          <FixPlan
            rows={fixable(rows)}
            onLeave={() => setChoosing(false)}
            onFix={(chosen) => {
              setChoosing(false);
              void received.fix(chosen);
            }}
          />
        )}
        {!isChoosing && rows.length > 0 && <ReceivedTable received={received} rows={rows} onShow={show} again={again} />}
        {!isChoosing && rows.length === 0 && <p className={styles.none}>{words.none}</p>}
      </div>
    </div>
  );
});

/** What can be done with one line; the same as long as nothing changes, so that no line is drawn for it. */
function useLineActions(session: Session, isBusy: boolean) {
  const language = useLanguage();
  const show = useCallback(
    (id: string) => {
      session.look("findings");
      session.adapter.received.show(id);
    },
    [session],
  );
  const again = useMemo(() => {
    const { adapter } = session;
    const words = receivedWords[language];
    return {
      what: "saveReplies" in adapter ? words.saveAgain : words.copyAgain,
      isBusy,
      send: (row: ReceivedRow) => void receivedOf(session).reply([row], (replies) => sendReplies(adapter, replies), language),
    };
  }, [session, language, isBusy]);
  return { show, again };
}

interface ToolsProps {
  readonly session: Session;
  readonly rows: readonly ReceivedRow[];
  readonly isBusy: boolean;
  readonly onFix: () => void;
  readonly onLeave: () => void;
}

/** What can be done for all sheets at once. */
function Tools({ session, rows, isBusy, onFix, onLeave }: ToolsProps) {
  const styles = useStyles();
  const language = useLanguage();
  const words = receivedWords[language];
  const received = receivedOf(session);
  const { summarize } = useTexts();
  const { summary } = useStore(session.summarizer);
  const { adapter } = session;
  const fixes = fixable(rows).reduce((sum, { outcome }) => sum + (outcome.kind === "read" ? outcome.found.safe.length : 0), 0);
  const returning = rows.filter(isToReturn);
  const table = () => receivedTable(rows, today(), language);
  return (
    <div className={styles.tools} role="toolbar" aria-label={words.title} ref={arrows}>
      <Button size="small" appearance={fixes > 0 ? "primary" : "secondary"} disabledFocusable={isBusy || fixes === 0} onClick={onFix}>
        {words.fixes(fixes)}
      </Button>
      <Button size="small" disabledFocusable={isBusy || returning.length === 0} onClick={() => void received.reply(returning, (replies) => sendReplies(adapter, replies), language)}>
        {"saveReplies" in adapter ? words.saveReplies(returning.length) : words.copyReplies(returning.length)}
      </Button>
      {adapter.received.saveTogether && (
        <Button size="small" disabledFocusable={isBusy} title={words.saveHelp} onClick={() => void received.save(rows.map(({ id }) => id), language)}>
          {words.save}
        </Button>
      )}
      <Button size="small" disabledFocusable={isBusy || summary.phase === "busy"} onClick={() => void session.summarizer.make(language)}>
        {summarize}
      </Button>
      {adapter.print && (
        <Button size="small" onClick={() => adapter.print?.(table())}>
          {words.print}
        </Button>
      )}
      <Button size="small" onClick={() => void copyTable(table()).then((isCopied) => received.tellCopied(isCopied))}>
        {words.copyList}
      </Button>
      {received.get().kept.length > 0 && (
        <Button size="small" title={words.forgetHelp} onClick={() => void received.forget()}>
          {words.forget}
        </Button>
      )}
      <Button size="small" onClick={onLeave}>
        {words.back}
      </Button>
    </div>
  );
}

/** What is done is left alone. */
function fixable(rows: readonly ReceivedRow[]): readonly ReceivedRow[] {
  return rows.filter(({ outcome, standing }) => standing.state !== "done" && outcome.kind === "read" && outcome.found.safe.length > 0);
}

/** All at once are sent back once; a line of its own can be sent back again. */
function isToReturn(row: ReceivedRow): boolean {
  const { state } = row.standing;
  return (state === "open" || state === "again") && hasToReturn(row);
}
