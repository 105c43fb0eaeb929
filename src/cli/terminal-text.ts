import { styleText } from "node:util";
import type { Severity } from "../core/model/finding.ts";

export { inert } from "../core/wording/hidden.ts";

type Colour = "red" | "yellow" | "cyan";

const colours: Readonly<Record<Severity, Colour>> = { error: "red", warning: "yellow", info: "cyan" };

/** Colours a line, if the output is a terminal that allows it. */
export type Paint = (text: string, severity: Severity) => string;

/** True on a terminal, unless NO_COLOR is set (https://no-color.org). */
export function wantsColour(): boolean {
  return process.stdout.isTTY && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
}

/** Colours lines if wanted. A word always accompanies a colour. */
export function painter(isColoured: boolean): Paint {
  return isColoured ? (text, severity) => styleText(colours[severity], text) : (text) => text;
}
