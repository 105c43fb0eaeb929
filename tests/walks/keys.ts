import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";

/** The focus as a person at the keyboard sees it. */
interface Focus {
  readonly name: string;
  /** What is wrong with it; "" if it is visible and marked. */
  readonly fault: string;
}

/** A user without a mouse. After every key press the focus must be on something visible and be marked. */
export class Keys {
  /** Number of keys pressed. */
  pressed = 0;

  constructor(
    private readonly page: Page,
    private readonly frame: Frame,
  ) {}

  /** Presses keys in sequence. @returns the name of the focused element */
  async press(...keys: readonly string[]): Promise<string> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.pressed++;
      await this.seen(key);
    }
    return (await this.focus()).name;
  }

  /** Waits until the focus is on something visible, since a view that has just changed may take a moment. */
  async seen(after: string): Promise<void> {
    await expect.poll(async () => (await this.focus()).fault, { message: `after ${after}, key ${this.pressed}`, timeout: 5000, interval: 30 }).toBe("");
  }

  /** Presses Tab, or Shift+Tab, until something with that name has the focus. */
  async to(name: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const passed: string[] = [];
    while (passed.length < 80) {
      const reached = await this.press(key).catch((error: unknown) => {
        throw new Error(`on the way to ${String(name)} past ${passed.join(", ")}`, { cause: error });
      });
      if (name.test(reached)) return;
      passed.push(reached);
    }
    throw new Error(`${key} does not lead to ${String(name)}, only to\n${passed.join("\n")}`);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  focus(): Promise<Focus> {
    return this.frame.evaluate(() => {
      const active = document.activeElement;
      if (!(active instanceof HTMLElement) || active === document.body) return { name: "", fault: "the focus is nowhere" };
      const field = active instanceof HTMLInputElement || active instanceof HTMLSelectElement || active instanceof HTMLTextAreaElement ? active : undefined;
      const name = (active.getAttribute("aria-label") ?? field?.labels?.[0]?.textContent ?? active.textContent).replace(/\s+/g, " ").trim();
      const box = (field?.closest("label, .fui-Checkbox") ?? active).getBoundingClientRect();
      const isInside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const [x, y] = [(Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2, (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2];
      // A scroller or a bar may cover parts of the window.
      const top = document.elementFromPoint(x, y);
      const isCovered = top === null || !(top.contains(active) || active.contains(top) || ["label", ".fui-Checkbox", ".fui-Field", "[role=listitem]", ".grid"].some((part) => top.closest(part)?.contains(active) === true));
      const marks = [active, active.parentElement, active.parentElement?.parentElement, active.nextElementSibling, active.closest(".grid")].flatMap((element) => (element ? ["", "::before", "::after"].map((part) => getComputedStyle(element, part)) : []));
      const isMarked = marks.some(
        ({ outlineStyle, outlineWidth, outlineColor, borderBottomWidth, backgroundImage, transform, content }) =>
          (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && !/^rgba\(.*, 0\)$/.test(outlineColor)) ||
          // Fluent's fields get a line below when they have the focus.
          (content !== "none" && content !== "normal" && (parseFloat(borderBottomWidth) >= 2 || backgroundImage.startsWith("linear")) && (transform === "none" || transform.startsWith("matrix(1,"))),
      );
      const fault = !isInside ? "is outside the window" : isCovered ? `is covered by <${top?.tagName} ${top?.className}>` : isMarked ? "" : "is not marked";
      return { name, fault: fault === "" ? "" : `<${active.tagName} ${active.className}> ${name} ${fault}` };
    });
  }
}
