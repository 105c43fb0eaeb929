import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useState, type KeyboardEvent } from "react";
import type { ReceivedRow } from "../../core/received/rows.ts";
import { sayCount } from "../../core/wording/counts.ts";
import { inert } from "../../core/wording/hidden.ts";
import { describeRefusal } from "../../core/wording/refusals.ts";
import { describeVerdict } from "../../core/wording/verdict.ts";
import type { Received } from "../state/received.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { KindSymbol } from "../ui/kind-symbol.tsx";
import { describeChanges, formName, hasToReturn, listedKinds, shortVerdict } from "./received-list.ts";
import { receivedWords } from "./words.ts";

const narrow = "@media (max-width: 719px)";
const columns = "minmax(140px, 2fr) minmax(120px, 1.4fr) 232px minmax(100px, 1.4fr) 116px minmax(110px, 1.2fr)";

const useStyles = makeStyles({
  table: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  line: { display: "grid", gridTemplateColumns: columns, columnGap: "12px", alignItems: "center", padding: "6px 16px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, [narrow]: { padding: "6px 12px" } },
  head: { color: tokens.colorNeutralForeground2, [narrow]: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" } },
  // Rows out of sight cost nothing to draw.
  row: {
    contentVisibility: "auto",
    containIntrinsicSize: "auto 48px",
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr) auto", rowGap: "2px", containIntrinsicSize: "auto 104px" },
  },
  whole: { gridColumn: "span 5", [narrow]: { gridColumn: "1 / -1" } },
  wide: { minWidth: 0, overflowWrap: "anywhere", [narrow]: { gridColumn: "1 / -1" } },
  name: { minWidth: 0, overflowWrap: "anywhere" },
  state: { [narrow]: { gridColumn: 2, gridRow: 1 } },
  open: {
    padding: 0,
    border: 0,
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "start",
    textDecorationLine: "underline",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  quiet: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  bad: { fontWeight: tokens.fontWeightSemibold },
  counts: { display: "grid", gridTemplateColumns: "repeat(4, 58px)", fontVariantNumeric: "tabular-nums", "& span": { display: "inline-flex", alignItems: "center", gap: "4px" } },
  zero: { color: tokens.colorNeutralForeground3, "& svg": { opacity: 0.45 } },
  word: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  select: {
    width: "100%",
    minWidth: "104px",
    padding: "3px 4px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

interface ReceivedTableProps {
  readonly received: Received;
  readonly rows: readonly ReceivedRow[];
  readonly onShow: (id: string) => void;
  readonly again: ReplyAgain;
}

/** How an office that was sent back gets a new reply, as after fixes made here. */
interface ReplyAgain {
  readonly what: string;
  readonly isBusy: boolean;
  readonly send: (row: ReceivedRow) => void;
}

/** A line for each received sheet. Tab reaches one line, the arrow keys, Home and End go through them. */
export function ReceivedTable({ received, rows, onShow, again }: ReceivedTableProps) {
  const styles = useStyles();
  const words = receivedWords[useLanguage()];
  const pane = useTexts();
  const [at, setAt] = useState<string>();
  const stop = rows.some(({ id }) => id === at) ? at : rows[0]?.id;
  const heads = [words.columns.name, words.columns.verdict, pane.views.findings, words.columns.form, words.columns.state, words.columns.changes];
  return (
    <div role="table" aria-label={words.title} aria-rowcount={rows.length + 1} className={styles.table}>
      <div role="rowgroup">
        <div role="row" className={mergeClasses(styles.line, styles.head)}>
          {heads.map((head) => (
            <span key={head} role="columnheader">
              {head}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} row={row} received={received} isStop={row.id === stop} onStop={setAt} onShow={onShow} again={again} />
        ))}
      </div>
    </div>
  );
}

interface RowProps extends Omit<ReceivedTableProps, "rows"> {
  readonly row: ReceivedRow;
  readonly isStop: boolean;
  readonly onStop: (id: string) => void;
}

const Row = memo(function Row({ row, received, isStop, onStop, onShow, again }: RowProps) {
  const styles = useStyles();
  const language = useLanguage();
  const words = receivedWords[language];
  const { outcome } = row;
  return (
    <div role="row" className={mergeClasses(styles.line, styles.row)} onFocus={() => onStop(row.id)}>
      <span role="rowheader" className={styles.name}>
        <button type="button" className={styles.open} tabIndex={isStop ? 0 : -1} onClick={() => onShow(row.id)} onKeyDown={goThrough}>
          {inert(row.name)}
        </button>
        {row.place !== row.name && <span className={styles.quiet}>{inert(row.place)}</span>}
      </span>
      {outcome.kind === "read" && <ReadCells row={row} outcome={outcome} received={received} isStop={isStop} again={again} />}
      {outcome.kind === "waiting" && (
        <span role="cell" className={mergeClasses(styles.quiet, styles.whole)}>
          {words.waiting}
        </span>
      )}
      {outcome.kind === "refused" && (
        <span role="cell" className={mergeClasses(styles.bad, styles.whole)}>
          {describeRefusal(outcome, language)}
        </span>
      )}
    </div>
  );
});

interface ReadCellsProps extends Pick<RowProps, "row" | "received" | "isStop" | "again"> {
  readonly outcome: Extract<ReceivedRow["outcome"], { kind: "read" }>;
}

function ReadCells({ row, outcome: { found }, received, isStop, again }: ReadCellsProps) {
  const styles = useStyles();
  const language = useLanguage();
  const { kinds } = useTexts();
  return (
    <>
      <span role="cell" className={mergeClasses(styles.wide, found.verdict.errors > 0 && styles.bad)} title={describeVerdict(found.verdict, language)}>
        {shortVerdict(found.verdict, language)}
      </span>
      <span role="cell" className={mergeClasses(styles.counts, styles.wide)}>
        {listedKinds.map((kind) => (
          <span key={kind} title={kinds[kind]} className={found.counts[kind] === 0 ? styles.zero : undefined}>
            <KindSymbol kind={kind} />
            <span className={styles.word}>{kinds[kind]} </span>
            {sayCount(found.counts[kind])}
          </span>
        ))}
      </span>
      <span role="cell" className={mergeClasses(styles.quiet, styles.wide)}>
        {formName(row, language)}
      </span>
      <span role="cell" className={styles.state}>
        <StateChoice row={row} received={received} isStop={isStop} />
      </span>
      <span role="cell" className={styles.wide}>
        {describeChanges(row, language)}
        {row.standing.state === "returned" && hasToReturn(row) && (
          <Button size="small" tabIndex={isStop ? 0 : -1} disabledFocusable={again.isBusy} aria-label={receivedWords[language].againTo(row.name, again.what)} onClick={() => again.send(row)}>
            {again.what}
          </Button>
        )}
      </span>
    </>
  );
}

/** The state of a sheet. That it came again nobody chooses. */
function StateChoice({ row: { id, name, standing }, received, isStop }: Pick<RowProps, "row" | "received" | "isStop">) {
  const styles = useStyles();
  const words = receivedWords[useLanguage()];
  const choices = standing.state === "again" ? (["again", "returned", "done"] as const) : (["open", "returned", "done"] as const);
  return (
    <select
      className={styles.select}
      tabIndex={isStop ? 0 : -1}
      aria-label={words.stateOf(name)}
      title={words.statesHelp}
      value={standing.state}
      onChange={({ currentTarget: { value } }) => {
        if (value === "returned" || value === "done") void received.choose([id], value);
        else if (value === "open") void received.choose([id], undefined);
      }}
    >
      {choices.map((state) => (
        <option key={state} value={state}>
          {words.states[state]}
        </option>
      ))}
    </select>
  );
}

function goThrough(event: KeyboardEvent<HTMLElement>): void {
  const row = event.currentTarget.closest("[role=row]");
  const next = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling, Home: row?.parentElement?.firstElementChild, End: row?.parentElement?.lastElementChild }[event.key];
  const button = next?.querySelector("button");
  if (!button) return;
  event.preventDefault();
  button.focus();
}
