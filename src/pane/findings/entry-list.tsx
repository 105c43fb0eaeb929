import { makeStyles, tokens } from "@fluentui/react-components";
import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";
import { memo, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
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
import { GroupHeading } from "./group-heading.tsx";
import { MarkCard } from "../review/mark-card.tsx";
import { useFixOffers, type OfferOf } from "../fixes/fix-offers.ts";
import type { FixedSheet } from "../state/fixer.ts";
import type { Session } from "../state/session.ts";
import type { SessionState } from "../state/state.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { useEvent } from "../ui/use-event.ts";
import { useWindow } from "../ui/use-window.ts";

const useStyles = makeStyles({
  scroller: { flex: "1 1 0", minHeight: 0, overflowY: "auto", backgroundColor: tokens.colorNeutralBackground2, scrollPaddingTop: "8px" },
  list: { position: "relative", width: "100%" },
  item: { position: "absolute", top: 0, left: 0, right: 0 },
});

const estimates = { left: 40, rule: 28, entry: 59 } as const;

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
  const items = useItems(state, check);
  useEffect(() => prepareWords([...check.inspection.findings, ...check.inspection.marks], form), [check, form]);
  const news = state.sheet && state.progress.get(state.sheet.id)?.news;
  const offerOf = useFixOffers(session.fixer, sheet, check.inspection.findings);
  const { wanted, stop, onKeyDown } = useArrowKeys(items, current);
  const hasFocus = useHasFocus(scroller);
  const list = useWindow({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimates[items[index]?.kind ?? "entry"],
    rangeExtractor: (range) => withKept(range, stop),
    overscan: 4,
  });
  useEffect(() => {
    if (stop >= 0 && wanted) list.scrollToIndex(stop, { align: "auto" });
  }, [list, stop, wanted]);
  useEffect(() => {
    // Who types in the entry goes on where they are.
    const isThere = document.activeElement?.closest(`[data-index="${stop}"]`) != null;
    if (!isThere && isEntry(items[stop], wanted) && scroller.current && hasFocus()) button(scroller.current, stop)?.focus({ preventScroll: true });
  }, [items, stop, wanted, hasFocus]);
  if (items.length === 0) return <NothingShown session={session} />;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div className={styles.list} role="list" aria-label={isReview ? words.reviewList : words.list} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <div
            key={keyOf(items[index], index)}
            ref={list.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className={styles.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Item item={items[index]} session={session} sheet={sheet} form={form} offerOf={offerOf} news={news} questions={check.inspection.questions} isCurrent={isEntry(items[index], current)} isStop={index === stop} onKeyDown={onKeyDown} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** The lines of the list, after the filter: rows to review in their own view, else findings. */
function useItems({ filter, place, grouping, view }: SessionState, check: SheetCheck): readonly ListItem[] {
  const language = useLanguage();
  return useMemo(() => {
    const shown = <Some extends Entry>(entries: readonly Some[]) => visible(entries, { filter, place }, check.form);
    const { findings, marks } = check.inspection;
    if (view === "review") return shown(marks).map(asItem);
    const left = new Set(shown([...check.accepted.keys()]));
    return findingItems(shown(findings), [...check.accepted].filter(([finding]) => left.has(finding)), grouping, language);
  }, [check, filter, place, grouping, view, language]);
}

/** The entry that the arrow keys lead to, until another becomes the current one; `stop` is the index of the tab stop. */
function useArrowKeys(items: readonly ListItem[], current: Entry | undefined) {
  const [focus, setFocus] = useState<{ readonly entry: Entry; readonly beside: Entry | undefined }>();
  const wanted = focus && focus.beside === current ? focus.entry : current;
  const stop = indexOf(items, wanted);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const entry = entryAfterKey(items, stop, event.key);
      if (!entry) return;
      event.preventDefault();
      setFocus({ entry, beside: current });
    },
    [items, stop, current],
  );
  return { wanted, stop, onKeyDown };
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
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const Item = memo(function Item({ item, session, sheet, form, offerOf, news, questions, isCurrent, isStop, onKeyDown }: ItemProps) {
  if (!item) return null;
  if (item.kind !== "entry") return <GroupHeading heading={item} />;
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

/** Where Tab lands: at the wanted entry, else at the first one. */
function indexOf(items: readonly ListItem[], wanted: Entry | undefined): number {
  const index = wanted ? items.findIndex((item) => isEntry(item, wanted)) : -1;
  return index >= 0 ? index : items.findIndex(({ kind }) => kind === "entry");
}

function isEntry(item: ListItem | undefined, entry: Entry | undefined): boolean {
  return item?.kind === "entry" && item.entry === entry;
}

function entryAfterKey(items: readonly ListItem[], from: number, key: string): Entry | undefined {
  const entryAt = (item: ListItem | undefined) => (item?.kind === "entry" ? item : undefined);
  const isEntryItem = ({ kind }: ListItem) => kind === "entry";
  if (key === "ArrowDown") return entryAt(items.slice(from + 1).find(isEntryItem))?.entry;
  if (key === "ArrowUp") return entryAt(items.slice(0, from).findLast(isEntryItem))?.entry;
  if (key === "Home") return entryAt(items.find(isEntryItem))?.entry;
  if (key === "End") return entryAt(items.findLast(isEntryItem))?.entry;
  return undefined;
}

/**
 * The entry that has the tab stop stays drawn when it is scrolled away, or the focus would be lost; so does the first
 * section's heading, or those of the groups would have none above them.
 */
function withKept(range: Range, stop: number): number[] {
  return [...new Set([0, ...defaultRangeExtractor(range), Math.max(0, stop)])].sort((one, other) => one - other);
}

/** Another line at an index is another element. */
function keyOf(item: ListItem | undefined, index: number): string {
  if (item?.kind !== "entry") return `heading ${index}`;
  const { at } = item.entry;
  return `${isFinding(item.entry) ? `${item.entry.rule} ${item.entry.message}` : "mark"} ${at.row} ${at.column} ${index}`;
}

function button(scroller: HTMLElement, index: number): HTMLElement | null {
  return scroller.querySelector<HTMLElement>(`[data-index="${index}"] button`);
}
