import type { CSSProperties } from "react";
import type { MarkLevel } from "../../core/model/finding.ts";
import { markColors } from "../../core/model/mark-look.ts";
import { KindSymbol } from "../../pane/ui/kind-symbol.tsx";
import { useTexts } from "../../pane/texts/texts.ts";
import type { CellView } from "../worker/messages.ts";
import { FormulaSign } from "./formula-sign.tsx";
import { horizontalOf, type CellPaint } from "./cell-paint.ts";
import { markAt, type FoundHere, type RowNotes } from "./notes.ts";
import type { PlacedCell } from "./row-cells.ts";
import { headWidth } from "./sheet.ts";

/** The least width, in CSS pixels, of a cell that has room for a mark's word. */
const labelWidth = 84;

/** What the edges of a cell take from its text's width, in CSS pixels. */
const textInset = 10;

/** The height of a mark's word, in CSS pixels: the padding of `.labelled`. */
const labelHeight = 18;

/** Size of a symbol, in CSS pixels, and the height of a line in letters. */
const signSize = 13;
const lineHeight = 1.3;

interface GridCellProps {
  readonly id: string;
  readonly cell: PlacedCell;
  readonly view: CellView | undefined;
  readonly paint: CellPaint | undefined;
  readonly notes: RowNotes | undefined;
  readonly zoom: number;
  readonly isActive: boolean;
  /** Edges of the selected area and of the copied one at the cell; undefined outside of them. */
  readonly edges: string | undefined;
  readonly copied: string | undefined;
}

/** One cell as a real element: the file's look, the text, and its findings as sign and word. */
export function GridCell({ id, cell, view, paint, notes, zoom, isActive, edges, copied }: GridCellProps) {
  const { column, left, width, height, columnSpan, rowSpan } = cell;
  const mark = notes && markAt(notes, column);
  const label = notes?.labels.get(column);
  const found = notes?.findings.get(column);
  const isShort = width < labelWidth || zoom < 0.9 || !hasRoomBelow(cell, view, paint);
  const formula = view?.formula;
  const signs = (formula === undefined ? 0 : 1) + (found ? 1 : 0) + (label && isShort ? 1 : 0);
  const size = Math.round(signSize * Math.max(zoom, 0.7));
  const spills = view !== undefined && paint !== undefined && spillsOver(cell, view, paint);
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={isActive || edges !== undefined}
      {...(columnSpan > 1 && { "aria-colspan": columnSpan })}
      {...(rowSpan > 1 && { "aria-rowspan": rowSpan })}
      data-column={column}
      data-mark={mark}
      data-range={edges}
      data-copied={copied}
      className={["cell", isActive && "selected", label && !isShort && "labelled", spills && "spills"].filter(Boolean).join(" ")}
      style={{ ...paint?.box, ...(mark && { backgroundColor: markColors[mark].fill, color: markColors[mark].font }), left: headWidth + left - 1, width: width + 1, height: height + 1 }}
    >
      {view && view.text !== "" && paint && <CellText width={spills ? cell.spill : undefined} view={view} paint={paint} beside={signs > 0 ? besideSigns(cell, paint, signs * (size + 3)) : undefined} />}
      {label && !isShort && <MarkLabel level={label} isShort={false} />}
      {signs > 0 && (
        <span className="signs" style={{ fontSize: size }}>
          {formula !== undefined && <FormulaSign title={formula} />}
          {label && isShort && <MarkLabel level={label} isShort />}
          {found && <FindingSign found={found} />}
        </span>
      )}
    </div>
  );
}

/** True where a mark's word fits below the text, reckoned as if every letter were of full width. */
function hasRoomBelow({ width, height }: PlacedCell, view: CellView | undefined, paint: CellPaint | undefined): boolean {
  const size = Number(paint?.box.fontSize ?? 0);
  const lines = (view?.text ?? "").split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * size) / (width - textInset))), 0);
  return height >= lines * size * lineHeight + labelHeight;
}

/** Keeps the text from the symbols in the corner: beside them, or below where the cell is narrow and high enough. */
function besideSigns({ width, height }: PlacedCell, { box: { fontSize } }: CellPaint, room: number): CSSProperties {
  const line = Number(fontSize) * lineHeight;
  return width < room + 4 * line && height >= room + line ? { marginTop: room - 2, maxHeight: height - room } : { marginRight: room };
}

/** True where a text that is not wrapped overflows into empty neighbours. */
function spillsOver({ spill, width }: PlacedCell, { isNumber }: CellView, { style }: CellPaint): boolean {
  return spill > width && !isNumber && !style.wrap && horizontalOf(style, isNumber) === "left";
}

interface CellTextProps {
  readonly beside: CSSProperties | undefined;
  readonly view: CellView;
  readonly paint: CellPaint;
  /** Set where the text is wider than its cell. */
  readonly width: number | undefined;
}

function CellText({ view, paint, beside, width }: CellTextProps) {
  return (
    <span className="text" style={{ ...paint.text, ...(view.isNumber && { whiteSpace: "pre" }), textAlign: horizontalOf(paint.style, view.isNumber), ...(width !== undefined && { width, flex: "none" }), ...beside }}>
      {view.text}
    </span>
  );
}

/** The mark's word and symbol, since some people do not see the colour; a short one is cut behind its symbol. */
function MarkLabel({ level, isShort }: { readonly level: MarkLevel; readonly isShort: boolean }) {
  const word = useTexts().kinds[level];
  return (
    <span className={isShort ? "mark-sign" : "mark-label"} data-mark={level} title={word}>
      <KindSymbol kind={level} />
      {word}
    </span>
  );
}

function FindingSign({ found: { severity, count } }: { readonly found: FoundHere }) {
  const words = useTexts();
  const name = `${words.findings}: ${words.kinds[severity]} ${words.number(count)}`;
  return (
    <span className="finding-sign" role="img" aria-label={name} title={name}>
      <KindSymbol kind={severity} />
    </span>
  );
}
