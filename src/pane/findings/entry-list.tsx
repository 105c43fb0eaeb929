import { makeStyles, tokens } from "@fluentui/react-components";
import { memo, useCallback, useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import type { Form } from "../../core/form/schema.ts";
import { visible } from "../state/checks.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import type { Question } from "../../core/model/question.ts";
import type { Progress } from "../../core/progress/progress.ts";
import { FindingCard } from "./finding-card.tsx";
import { isFinding, type Entry } from "../state/kinds.ts";
import { asItem, findingItems, type ListItem } from "./list-items.ts";
import { prepareWords } from "../state/filter.ts";
import { NothingShown } from "../frame/nothing-shown.tsx";
import { LeftHeading, RuleHeading } from "./group-heading.tsx";
import { MarkCard } from "../review/mark-card.tsx";
import { useFixOffers, type OfferOf } from "../fixes/fix-offers.ts";
import type { FixedSheet } from "../state/fixer.ts";
import type { Session } from "../state/session.ts";
import type { SessionState } from "../state/state.ts";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { useEvent } from "../ui/use-event.ts";
import { useStop } from "./use-stop.ts";
import { useWindow } from "../ui/use-window.ts";

const useStyles = makeStyles({
  scroller: { flex: "1 1 0", minHeight: 0, overflowY: "auto", backgroundColor: tokens.colorNeutralBackground2, scrollPaddingTop: "8px" },
  list: { position: "relative", width: "100%" },
  item: { position: "absolute", top: 0, left: 0, right: 0 },
});

const estimates = { left: 40, rule: 33, entry: 59 } as const;

interface EntryListProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly sheet: FixedSheet;
  readonly check: SheetCheck;
}

/** All that was found, as one list of which only the part in view is drawn. One tab stop; the arrow keys move within it. */
export function EntryList({ session, state, sheet, check }: EntryListProps) {
  const styles = useStyles();
  const words = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const { current } = state;
  const { form } = check;
  const isReview = state.view === "review";
  const { folded } = useStore(session.list);
  const items = useItems(state, check, folded);
  useEffect(() => prepareWords([...check.inspection.findings, ...check.inspection.marks], form), [check, form]);
  const news = state.sheet && state.progress.get(state.sheet.id)?.news;
  const offerOf = useFixOffers(session.fixer, sheet, check.inspection.findings);
  const { wanted, stop, goTo, onKeyDown } = useStop(items, current);
  const hasFocus = useHasFocus(scroller);
  const { findings } = check.inspection;
  // A searched list shows a part of a rule, and the fix would be of all of it.
  const safeOf = useCallback((rule: string) => (state.filter.text === "" ? session.fixer.safeFixesOf(rule, findings) : []), [session, findings, state.filter.text]);
  const estimate = useCallback((index: number) => estimates[items[index]?.kind ?? "entry"], [items]);
  const list = useWindow(scroller, { count: items.length, estimate, beyond: 4 });
  const filter = useRef(state.filter);
  useEffect(() => {
    if (wanted !== undefined) list.scrollTo(stop);
    // What another filter shows is read from its first line.
    else if (filter.current !== state.filter) scroller.current?.scrollTo({ top: 0 });
    filter.current = state.filter;
  }, [list, stop, wanted, state.filter]);
  useEffect(() => {
    // Who types in the entry goes on where they are.
    const isThere = document.activeElement?.closest(`[data-index="${stop}"]`) != null;
    if (!isThere && wanted !== undefined && scroller.current && hasFocus()) button(scroller.current, stop)?.focus({ preventScroll: true });
  }, [items, stop, wanted, hasFocus]);
  if (items.length === 0) return <NothingShown session={session} />;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.list} role="list" aria-label={isReview ? words.reviewList : words.list} style={{ height: list.height }}>
        {/* The first section's heading stays too, or those of the groups would have none above them; and the tab stop, or the focus would be lost. */}
        {list.drawn([0, stop]).map(({ index, start }) => (
          <div
            key={keyOf(items[index], index)}
            ref={list.measure}
            data-index={index}
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Item item={items[index]} session={session} sheet={sheet} form={form} offerOf={offerOf} news={news} questions={check.inspection.questions} isCurrent={isEntry(items[index], current)} isStop={index === stop} safeOf={safeOf} onGo={goTo} onKeyDown={onKeyDown} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The lines of the list, after the filter: rows to review in their own view, else findings. */
function useItems({ filter, place, isPlaceAsked, grouping, view }: SessionState, check: SheetCheck, folded: ReadonlySet<string>): readonly ListItem[] {
  const language = useLanguage();
  return useMemo(() => {
    const shown = <Some extends Entry>(entries: readonly Some[]) => visible(entries, { filter, place, isPlaceAsked }, check.form);
    const { findings, marks } = check.inspection;
    if (view === "review") return shown(marks).map(asItem);
    const left = new Set(shown([...check.accepted.keys()]));
    return findingItems(shown(findings), [...check.accepted].filter(([finding]) => left.has(finding)), grouping, folded, language);
  }, [check, filter, place, isPlaceAsked, grouping, folded, view, language]);
}

interface ItemProps {
  readonly item: ListItem | undefined;
  readonly session: Session;
  readonly sheet: FixedSheet;
  readonly form: Form;
  readonly offerOf: OfferOf;
  readonly news: Progress["news"] | undefined;
  readonly questions: readonly Question[];
  readonly isCurrent: boolean;
  readonly isStop: boolean;
  readonly safeOf: (rule: string) => readonly FixGroup[];
  readonly onGo: (rule: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const Item = memo(function Item({ item, session, sheet, form, offerOf, news, questions, safeOf, isCurrent, isStop, onGo, onKeyDown }: ItemProps) {
  if (!item) return null;
  if (item.kind === "left") return <LeftHeading count={item.count} />;
  if (item.kind === "rule") return <RuleHeading heading={item} session={session} sheet={sheet} safe={safeOf(item.rule)} isStop={isStop} onGo={onGo} onKeyDown={onKeyDown} />;
  const { entry, acceptance } = item;
  const shared = { form, isCurrent, isStop, onKeyDown, onChoose: () => session.goTo(entry) };
  if (!isFinding(entry)) return <MarkCard mark={entry} {...shared} />;
  const question = questions.find(({ id }) => id === entry.question);
  return <FindingCard session={session} sheet={sheet} finding={entry} acceptance={acceptance} offer={offerOf(entry)} isNew={news?.get(entry) === "new"} question={question} {...shared} />;
});

/** Whether an element has the focus, or had it until what had it there went with its finding. */
function useHasFocus(element: React.RefObject<HTMLElement | null>): () => boolean {
  const last = useRef<Node>(undefined);
  useEvent(element, "focusin", useCallback(({ target }) => void (last.current = target instanceof Node ? target : undefined), []));
  useEvent(element, "focusout", useCallback(({ relatedTarget }) => {
    if (relatedTarget) last.current = undefined;
  }, []));
  return useCallback(() => {
    // While the sheet has the focus, nothing is taken from there.
    if (!document.hasFocus()) return false;
    const isLost = document.activeElement === document.body && last.current?.isConnected === false;
    return isLost || element.current?.contains(document.activeElement) === true;
  }, [element]);
}

function isEntry(item: ListItem | undefined, entry: Entry | undefined): boolean {
  return item?.kind === "entry" && item.entry === entry;
}

/** Another line at an index is another element. */
function keyOf(item: ListItem | undefined, index: number): string {
  if (item?.kind === "rule") return `rule ${item.rule} ${index}`;
  if (item?.kind !== "entry") return `heading ${index}`;
  const { at } = item.entry;
  return `${isFinding(item.entry) ? `${item.entry.rule} ${item.entry.message}` : "mark"} ${at.row} ${at.column} ${index}`;
}

function button(scroller: HTMLElement, index: number): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-index="${index}"] button`);
}
