import type { MarkLevel } from "../../core/model/finding.ts";
import { markColors } from "../../core/model/mark-look.ts";
import { KindSymbol } from "../../pane/ui/kind-symbol.tsx";
import { useTexts } from "../../pane/texts/texts.ts";
import type { CellView } from "../worker/messages.ts";
import { horizontalOf, type CellPaint } from "./cell-paint.ts";
import { markAt, type RowNotes } from "./notes.ts";
import type { PlacedCell } from "./row-cells.ts";
import { headWidth } from "./sheet.ts";

interface GridCellProps {
  readonly id: string;
  readonly cell: PlacedCell;
  readonly view: CellView | undefined;
  readonly paint: CellPaint | undefined;
  readonly notes: RowNotes | undefined;
  readonly isActive: boolean;
  /** Edges of the selected area and of the copied one at the cell; undefined outside of them. */
  readonly edges: string | undefined;
  readonly copied: string | undefined;
}

/** One cell as a real element: the file's look, the text, and its findings as sign and word. */
export function GridCell({ id, cell, view, paint, notes, isActive, edges, copied }: GridCellProps) {
  const { column, left, width, height, columnSpan, rowSpan } = cell;
  const mark = notes && markAt(notes, column);
  const label = notes?.labels.get(column);
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
      className={["cell", isActive && "selected", label && "labelled", spills && "spills"].filter(Boolean).join(" ")}
      style={{ ...paint?.box, ...(mark && { backgroundColor: markColors[mark].fill, color: markColors[mark].font }), left: headWidth + left - 1, width: width + 1, height: height + 1 }}
    >
      {view && view.text !== "" && paint && <CellText width={spills ? cell.spill : undefined} view={view} paint={paint} />}
      {label && <MarkLabel level={label} />}
      {notes && <FindingSign notes={notes} column={column} />}
    </div>
  );
}

/** True where a text that is not wrapped overflows into empty neighbours. */
function spillsOver({ spill, width }: PlacedCell, { isNumber }: CellView, { style }: CellPaint): boolean {
  return spill > width && !isNumber && !style.wrap && horizontalOf(style, isNumber) === "left";
}

interface CellTextProps {
  readonly view: CellView;
  readonly paint: CellPaint;
  /** Set where the text is wider than its cell. */
  readonly width: number | undefined;
}

function CellText({ view, paint, width }: CellTextProps) {
  return (
    <span className="text" style={{ ...paint.text, ...(view.isNumber && { whiteSpace: "pre" }), textAlign: horizontalOf(paint.style, view.isNumber), ...(width !== undefined && { width, flex: "none" }) }}>
      {view.text}
    </span>
  );
}

/** The mark's word and sign, since some people do not see the colour. */
function MarkLabel({ level }: { readonly level: MarkLevel }) {
  return (
    <span className="mark-label" data-mark={level}>
      <KindSymbol kind={level} />
      {useTexts().kinds[level]}
    </span>
  );
}

function FindingSign({ notes, column }: { readonly notes: RowNotes; readonly column: number }) {
  const words = useTexts();
  const found = notes.findings.get(column);
  if (!found) return null;
  const name = `${words.findings}: ${words.kinds[found.severity]} ${words.number(found.count)}`;
  return (
    <span className="finding-sign" role="img" aria-label={name} title={name}>
      <KindSymbol kind={found.severity} />
    </span>
  );
}
