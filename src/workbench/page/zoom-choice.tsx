import { useWorkbenchTexts } from "../state/texts.ts";

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2];

interface ZoomChoiceProps {
  readonly zoom: number | "fit";
  /** The zoom that "fit" comes to. */
  readonly fitting: number;
  readonly onZoom: (zoom: number | "fit") => void;
}

/** How large the sheet is shown. */
export function ZoomChoice({ zoom, fitting, onZoom }: ZoomChoiceProps) {
  const words = useWorkbenchTexts();
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return (
    <select className="zoom" aria-label={words.zoom} title={words.zoom} value={zoom} onChange={({ currentTarget: { value } }) => onZoom(value === "fit" ? "fit" : Number(value))}>
      <option value="fit">{words.fitWidth(percent(fitting))}</option>
      {zooms.map((each) => (
        <option key={each} value={each}>
          {percent(each)}
        </option>
      ))}
    </select>
  );
}
