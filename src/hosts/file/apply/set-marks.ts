import type { MarkLevel } from "../../../core/model/finding.ts";
import { areaLists } from "../../../core/model/address.ts";
import { markLevelOf, markColors, markFormula, type MarkGroup } from "../../../core/model/mark-look.ts";
import { argb } from "../looks/colors.ts";
import { worksheetOrder, type SheetDraft } from "../parts/sheet-draft.ts";
import type { StyleDraft } from "../parts/style-draft.ts";
import type { Differential } from "../parts/style-items.ts";
import { escapeText } from "../xml/escape.ts";
import type { XmlPart } from "../xml/part.ts";
import type { XmlNode } from "../xml/places.ts";

/** One conditional format of ours. */
interface MarkRule {
  readonly level: MarkLevel;
  /** Shows the word before the code; undefined where the cells keep their own. */
  readonly numberFormat: string | undefined;
  /** Areas, separated by spaces. */
  readonly areas: string;
}

/** The conditional formats that mark these blocks, as few as the length of an address allows. */
export function rulesFor(groups: readonly MarkGroup[]): readonly MarkRule[] {
  return groups.flatMap(({ level, numberFormat, blocks }) => areaLists(blocks, " ").map((areas) => ({ level, numberFormat, areas })));
}

/** True if the marks on a sheet are already as wanted, including their look. */
export function isMarkedAs(sheet: SheetDraft, wanted: readonly MarkRule[], styles: StyleDraft): boolean {
  const key = ({ level, areas }: Pick<MarkRule, "level" | "areas">) => `${level} ${areas.split(" ").sort().join(" ")}`;
  const missing = new Map(wanted.map((rule) => [key(rule), rule]));
  const found = ourRules(sheet.frame);
  const isRight = (rule: (typeof found)[number]) => {
    const same = missing.get(key(rule));
    missing.delete(key(rule));
    return same !== undefined && styles.sameDifferential(rule.dxf, differentialOf(same));
  };
  return found.every(isRight) && missing.size === 0;
}

/**
 * Sets the marks of a sheet. Our old rules, known by the sign in their formula, are removed, and new ones get the first
 * priorities. @returns how far the user's rules moved, down or up; they keep their order
 */
export function setMarks({ frame }: SheetDraft, rules: readonly MarkRule[], styles: StyleDraft): number {
  const ours = ourRules(frame);
  const removed = ours.every(({ priority }) => priority <= ours.length) ? ours.length : 0;
  const users = removeOurs(frame);
  // Moves the user's rules by the number of ours at the front, so that removing ours restores their priorities.
  const shift = users.reduce((most, { priority }) => Math.max(most, rules.length + 1 - priority), rules.length - removed);
  for (const { rule, priority } of users) if (movedBy(priority, shift) !== priority) frame.setAttribute(rule, "priority", String(movedBy(priority, shift)));
  const written = rules.map((rule, index) => {
    const dxf = styles.differential(differentialOf(rule));
    const formula = escapeText(markFormula(rule.level).slice(1));
    return `<conditionalFormatting sqref="${rule.areas}"><cfRule type="expression" dxfId="${dxf}" priority="${index + 1}"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
  });
  const first = frame.root.children.find(({ name }) => name === "conditionalFormatting");
  if (written.length === 0) return shift;
  if (first === undefined) frame.insertInOrder(worksheetOrder, "conditionalFormatting", written.join(""));
  else frame.insertBefore(first, written.join(""));
  return shift;
}

/** The numbers of the differential formats of our marks on a sheet. */
export function markLooks({ frame }: SheetDraft): readonly number[] {
  return ourRules(frame).map(({ dxf }) => dxf);
}

/** Some programs use numbers far above all others for "last". These cannot grow and need not. */
const last = 2 ** 30;

/** The priority of a user's rule after the move. */
export function movedBy(priority: number, shift: number): number {
  return priority > last ? priority : priority + shift;
}

/** Cells get the background colour of a differential format's solid fill. */
function differentialOf({ level, numberFormat }: MarkRule): Differential {
  const { fill, font } = markColors[level];
  return { font: `<font><color rgb="${argb(font)}"/></font>`, numberFormat, fill: `<fill><patternFill patternType="solid"><bgColor rgb="${argb(fill)}"/></patternFill></fill>` };
}

function ourRules(frame: XmlPart): readonly (Pick<MarkRule, "level" | "areas"> & { readonly dxf: number; readonly priority: number })[] {
  return rulesOf(frame).flatMap(({ rule, areas }) => {
    const level = levelIn(frame, rule);
    const numberIn = (name: string) => Number(frame.attribute(rule, name) ?? "-1");
    return level === undefined ? [] : [{ level, areas, dxf: numberIn("dxfId"), priority: numberIn("priority") }];
  });
}

/** Removes our rules, also from shared elements. @returns the user's rules with a priority, including those of newer Excel */
function removeOurs(frame: XmlPart): readonly { readonly rule: XmlNode; readonly priority: number }[] {
  for (const format of frame.root.children.filter(({ name }) => name === "conditionalFormatting")) {
    const rules = format.children.filter(({ name }) => name === "cfRule");
    const ours = rules.filter((rule) => levelIn(frame, rule) !== undefined);
    if (ours.length > 0 && ours.length === rules.length) frame.remove(format);
    else for (const rule of ours) frame.remove(rule);
  }
  const extensions = frame.root.children.filter(({ name }) => name === "extLst").flatMap((list) => within(list, "cfRule"));
  return [...rulesOf(frame).map(({ rule }) => rule), ...extensions].flatMap((rule) => {
    const priority = Number(frame.attribute(rule, "priority") ?? Number.NaN);
    return Number.isInteger(priority) && levelIn(frame, rule) === undefined ? [{ rule, priority }] : [];
  });
}

function rulesOf(frame: XmlPart): readonly { readonly rule: XmlNode; readonly areas: string }[] {
  return frame.root.children
    .filter(({ name }) => name === "conditionalFormatting")
    .flatMap((format) => format.children.filter(({ name }) => name === "cfRule").map((rule) => ({ rule, areas: frame.attribute(format, "sqref") ?? "" })));
}

function levelIn(frame: XmlPart, rule: XmlNode): MarkLevel | undefined {
  const formula = rule.children.find(({ name }) => name === "formula" || name === "f");
  return formula === undefined ? undefined : markLevelOf(frame.content(formula));
}

function within(element: XmlNode, name: string): readonly XmlNode[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : within(child, name)));
}
