import type { MarkLevel } from "../../core/model/finding.ts";
import { markColors } from "../../core/model/mark-look.ts";
import { KindSymbol } from "../../pane/ui/kind-symbol.tsx";
import { useTexts } from "../../pane/texts/texts.ts";
import type { CellView } from "../worker/messages.ts";
import { FormulaSign } from "./formula-sign.tsx";
import { horizontalOf, type CellPaint } from "./cell-paint.ts";
import { markAt, type FoundHere, type RowNotes } from "./notes.ts";
import type { PlacedCell } from "./row-cells.ts";
import { lineInLetters, signEdges, signPlace, textInset } from "./sign-place.ts";
import { headWidth } from "./sheet.ts";

/** The least width, in CSS pixels, of a cell that has room for a mark's word. */
const labelWidth = 84;

/** The height of a mark's word, in CSS pixels: the padding of `.labelled`. */
const labelHeight = 18;

/** Size of a symbol, in CSS pixels. */
const signSize = 13;

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
  const room = signs * (size + signEdges);
  const place = signs > 0 && view && paint ? signPlace({ width, height: label && !isShort ? height - labelHeight : height }, view, paint, { size, room }) : "right";
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
      {view && view.text !== "" && paint && <CellText width={spills ? cell.spill : undefined} view={view} paint={paint} room={signs > 0 && place === "beside" ? room : undefined} />}
      {label && !isShort && <MarkLabel level={label} isShort={false} />}
      {signs > 0 && (
        <span className="signs" data-place={place} style={{ fontSize: size }}>
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
  return height >= lines * size * lineInLetters + labelHeight;
}

/** True where a text that is not wrapped overflows into empty neighbours. */
function spillsOver({ spill, width }: PlacedCell, { isNumber }: CellView, { style }: CellPaint): boolean {
  return spill > width && !isNumber && !style.wrap && horizontalOf(style, isNumber) === "left";
}

interface CellTextProps {
  /** What symbols beside it take. */
  readonly room: number | undefined;
  readonly view: CellView;
  readonly paint: CellPaint;
  /** Set where the text is wider than its cell. */
  readonly width: number | undefined;
}

function CellText({ view, paint, room, width }: CellTextProps) {
  return (
    <span className="text" style={{ ...paint.text, ...(view.isNumber && { whiteSpace: "pre" }), textAlign: horizontalOf(paint.style, view.isNumber), ...(width !== undefined && { width, flex: "none" }), marginRight: room }}>
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
    <span className="finding-sign" role="img" aria-label={name} title={name} data-kind={severity}>
      <KindSymbol kind={severity} />
    </span>
  );
}
