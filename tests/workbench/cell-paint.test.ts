import { expect, test } from "vitest";
import { cellStyles } from "../../src/hosts/file/looks/cell-styles.ts";
import { cellPaint } from "../../src/workbench/grid/cell-paint.ts";

test("an alignment or a line that Excel does not have is drawn as the usual one, whatever it is called", () => {
  const [plain] = cellStyles(undefined, undefined).styles;
  if (!plain) throw new Error("no style");
  const style = { ...plain, vertical: "constructor", borders: { ...plain.borders, top: { style: "toString", color: "#c00000" } } };
  const { box } = cellPaint(style, { ground: "#ffffff", ink: "#000000" }, 1);
  expect([box.alignItems, box.borderTop]).toEqual(["flex-end", "1px solid #c00000"]);
});
