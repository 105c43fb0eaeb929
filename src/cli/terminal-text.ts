import { styleText } from "node:util";
import type { Severity } from "../core/model/finding.ts";

export { inert } from "../core/wording/hidden.ts";

type Colour = "red" | "yellow" | "cyan";

const colours: Readonly<Record<Severity, Colour>> = { error: "red", warning: "yellow", info: "cyan" };

/** Colours a line, if the output is a terminal that allows it. */
export type Paint = (text: string, severity: Severity) => string;

/** Colours on a terminal, unless NO_COLOR is set (https://no-color.org). A word always accompanies a colour. */
export function painter(stream: { readonly isTTY?: boolean }, environment: Readonly<Record<string, string | undefined>>): Paint {
  const wanted = stream.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb";
  return wanted ? (text, severity) => styleText(colours[severity], text) : (text) => text;
}
