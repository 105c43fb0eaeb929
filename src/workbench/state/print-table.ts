import type { FindingsTable } from "../../core/summary/findings-table.ts";

/** Prints a table alone: it stands in the page only while the browser takes it, and the style sheet shows nothing else on paper. */
export function printTable({ title, notes, header, widths, rows }: FindingsTable): void {
  document.querySelector(".printed")?.remove();
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => {
    const column = document.createElement("col");
    column.style.width = `${(100 * width) / all}%`;
    return column;
  });
  const line = (tag: "th" | "td") => (cells: readonly string[]) => made("tr", ...cells.map((text) => made(tag, text)));
  const table = made("table", made("colgroup", ...columns), made("thead", line("th")(header)), made("tbody", ...rows.map(line("td"))));
  const page = made("div", made("h1", title), ...notes.map((note) => made("p", note)), table);
  page.className = "printed";
  document.body.append(page);
  window.addEventListener("afterprint", () => page.remove(), { once: true });
  window.print();
}

function made(tag: string, ...inside: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}
