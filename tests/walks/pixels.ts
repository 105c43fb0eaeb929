import type { Frame, Page } from "playwright-core";

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(one: readonly number[], other: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The visible pieces of every bar in view: the colour of each, and of the pixels where it meets the next. */
export async function barsSeen(page: Page, frame: Frame): Promise<readonly { readonly one: readonly number[]; readonly line: readonly (readonly number[])[]; readonly other: readonly number[] }[]> {
  const offset = await frame.frameElement().then((element) => element.boundingBox(), () => ({ x: 0, y: 0 }));
  const pairs = await frame.evaluate(() =>
    [...document.querySelectorAll("figure > div")].flatMap((bar) => {
      const boxes = [...bar.children].map((piece) => piece.getBoundingClientRect()).filter(({ bottom }) => bottom < innerHeight);
      return boxes.slice(1).map((box, index) => ({ y: box.top + box.height / 2, one: ((boxes[index]?.left ?? 0) + box.left) / 2, edge: box.left, other: (box.left + box.right) / 2 }));
    }),
  );
  const picture = `data:image/png;base64,${(await page.screenshot()).toString("base64")}`;
  const reader = await readerOf(page);
  return reader.evaluate(
    async ([source, places, dx, dy]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext("2d");
      if (!pen) throw new Error("no canvas");
      pen.drawImage(image, 0, 0);
      const at = (x: number, y: number) => [...pen.getImageData(Math.floor(x + dx), Math.floor(y + dy), 1, 1).data].slice(0, 3);
      return places.map(({ one, edge, other, y }) => ({ one: at(one, y), line: [-2, -1, 0, 1].map((step) => at(edge + step, y)), other: at(other, y) }));
    },
    [picture, pairs, offset?.x ?? 0, offset?.y ?? 0] as const,
  );
}

const readers = new WeakMap<Page, Promise<Page>>();

/** An empty page beside the examined one, which may not read pictures itself. It closes with their window. */
function readerOf(page: Page): Promise<Page> {
  const reader = readers.get(page) ?? page.context().newPage();
  readers.set(page, reader);
  return reader;
}
