import { afterEach, describe, expect, test, vi } from "vitest";
import { Refusal } from "../../../src/core/model/refusal.ts";

const part = "../../../src/core/wording/refused-acts.ts";

describe("sentences of refusals, which arrive later", () => {
  afterEach(() => {
    vi.doUnmock(part);
    vi.resetModules();
  });

  const load = async () => (await import("../../../src/pane/texts/refusals.ts")).loadRefusals();
  const missing = () =>
    vi.doMock(part, () => {
      throw new Error("no network");
    });

  test("while they do not arrive, a short one says that the reason is missing, with the code for those who maintain the program", async () => {
    missing();
    const { sayRefusal } = await load();
    const { said, technical } = sayRefusal("write", { code: "locked", detail: "D4" }, "ja");
    expect([said, technical]).toEqual([expect.stringMatching(/^できませんでした。理由の説明を読み込めません/), "locked: D4"]);
    expect(sayRefusal("read", { code: "editing", detail: "" }, "en").technical).toBe("editing");
  });

  test("a part that did not load is told in full even then, and so is that fixes were left out", async () => {
    missing();
    const { sayRefusal, wordLeft } = await load();
    expect(sayRefusal("write", { code: "not-loaded", detail: "" }, "ja").said).toMatch(/部品を読み込めませんでした。何も変えていません/);
    expect([wordLeft([], "en"), wordLeft([left], "en").length]).toEqual([[], 1]);
  });

  test("they are asked for again with the next refusal", async () => {
    missing();
    await load();
    vi.doUnmock(part);
    const { sayRefusal, wordLeft } = await load();
    expect(sayRefusal("write", { code: "locked", detail: "D4" }, "ja").said).toMatch(/^D4はロックされていて/);
    expect(wordLeft([left], "ja")[0]).toMatch(/^D4はロックされていて/);
  });
});

const left = { refusal: new Refusal("locked", "D4") };
