import { textWidth } from "../../core/wording/text-width.ts";

const pixelsPerPoint = 96 / 72;
const lineHeight = 1.3;
/** Space around a cell's text. */
const padding = { across: 6, down: 4 };

/** The height of a text that is wrapped into a width. An estimate: kana and kanji are as wide as the font is high, others about half. */
export function textHeight(text: string, fontSizePt: number, width: number): number {
  const size = fontSizePt * pixelsPerPoint;
  const room = Math.max(width - padding.across, size);
  const lines = text.split(/\r\n?|\n/).reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, size * 0.55, size) / room)), 0);
  return Math.ceil(lines * size * lineHeight + padding.down);
}
