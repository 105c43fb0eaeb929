import type { Language } from "../../core/wording/language.ts";
import { painter } from "../terminal-text.ts";
import { textFormat } from "../text-report.ts";
import type { Format } from "./format.ts";

/** The usual one first. */
export const formatNames = ["text", "json", "csv", "sarif", "github"] as const;
export type FormatName = (typeof formatNames)[number];

/** The format with this name. Formats other than the usual one are only loaded on request. */
export async function formatOf({ format, language, isColoured }: { readonly format: FormatName; readonly language: Language; readonly isColoured: boolean }): Promise<Format> {
  switch (format) {
    case "text":
      return textFormat({ language, paint: painter(isColoured) });
    case "json":
      return (await import("./json.ts")).jsonFormat(language);
    case "csv":
      return (await import("./csv.ts")).csvFormat(language);
    case "sarif":
      return (await import("./sarif.ts")).sarifFormat(language);
    case "github":
      return (await import("./github.ts")).githubFormat(language);
  }
}
