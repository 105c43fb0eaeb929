import { useWorkbenchTexts } from "../state/texts.ts";

/** The sign of a cell whose value a formula makes. */
export function FormulaSign({ title }: { readonly title?: string }) {
  const words = useWorkbenchTexts();
  return (
    <span className="formula-sign" role="img" aria-label={words.formula} title={title}>
      fx
    </span>
  );
}
