import type { SetMarks } from "../../../core/model/changes.ts";
import type { MarkLevel } from "../../../core/model/finding.ts";
import { areaLists } from "../../../core/model/address.ts";
import { joined, markLevelOf, markColors, markFormula, markLevels } from "../../../core/model/mark-look.ts";
import { argb } from "../looks/colors.ts";
import { worksheetOrder, type SheetDraft } from "../parts/sheet-draft.ts";
import type { StyleDraft } from "../parts/style-draft.ts";
import { escapeText } from "../xml/escape.ts";
import type { XmlPart } from "../xml/part.ts";
import type { XmlNode } from "../xml/places.ts";

/** One conditional format of ours. */
interface MarkRule {
  readonly level: MarkLevel;
  /** Areas, separated by spaces. */
  readonly areas: string;
}

/** True if the marks on a sheet are already as wanted, including colours. */
export function isMarkedAs(sheet: SheetDraft, { blocks }: SetMarks, styles: StyleDraft): boolean {
  const key = ({ level, areas }: MarkRule) => `${level} ${areas.split(" ").sort().join(" ")}`;
  const found = ourRules(sheet.frame);
  const hasColors = found.every(({ level, dxf }) => styles.sameDifferential(dxf, markDifferential(level)));
  return hasColors && found.map(key).sort().join() === markRules(blocks).map(key).sort().join();
}

/**
 * Sets the marks of a sheet. Our old rules, known by the sign in their formula, are removed, and new ones get the first
 * priorities. @returns how far the user's rules moved, down or up; they keep their order
 */
export function setMarks({ frame }: SheetDraft, { blocks }: SetMarks, styles: StyleDraft): number {
  const rules = markRules(blocks);
  const ours = ourRules(frame);
  const removed = ours.every(({ priority }) => priority <= ours.length) ? ours.length : 0;
  const users = removeOurs(frame);
  // Moves the user's rules by the number of ours at the front, so that removing ours restores their priorities.
  const shift = users.reduce((most, { priority }) => Math.max(most, rules.length + 1 - priority), rules.length - removed);
  for (const { rule, priority } of users) if (movedBy(priority, shift) !== priority) frame.setAttribute(rule, "priority", String(movedBy(priority, shift)));
  const written = rules.map(({ level, areas }, index) => {
    const dxf = styles.differential(markDifferential(level));
    const formula = escapeText(markFormula(level).slice(1));
    return `<conditionalFormatting sqref="${areas}"><cfRule type="expression" dxfId="${dxf}" priority="${index + 1}"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
  });
  const first = frame.root.children.find(({ name }) => name === "conditionalFormatting");
  if (written.length === 0) return shift;
  if (first === undefined) frame.insertInOrder(worksheetOrder, "conditionalFormatting", written.join(""));
  else frame.insertBefore(first, written.join(""));
  return shift;
}

/** Some programs use numbers far above all others for "last". These cannot grow and need not. */
const last = 2 ** 30;

/** The priority of a user's rule after the move. */
export function movedBy(priority: number, shift: number): number {
  return priority > last ? priority : priority + shift;
}

function markRules(blocks: SetMarks["blocks"]): readonly MarkRule[] {
  return markLevels.flatMap((level) => areaLists(joined(blocks[level]), " ").map((areas) => ({ level, areas })));
}

/** Cells get the background colour of a differential format's solid fill. */
function markDifferential(level: MarkLevel): string {
  const { fill, font } = markColors[level];
  return `<dxf><font><color rgb="${argb(font)}"/></font><fill><patternFill patternType="solid"><bgColor rgb="${argb(fill)}"/></patternFill></fill></dxf>`;
}

function ourRules(frame: XmlPart): readonly (MarkRule & { readonly dxf: number; readonly priority: number })[] {
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
