import { expect, it } from "vitest";
import { shownText } from "../../../src/hosts/file/looks/shown-text.ts";

it.each([
  ["of 255 characters, as many as Excel takes, is read", `0${'"ab"'.repeat(63)}\\c\\d`.slice(0, 255), `1${"ab".repeat(63)}c`],
  ["of more counts as General", `0${'"ab"'.repeat(64)}`, "1"],
  ["of 100,000 brackets counts as General", "[".repeat(100_000), "1"],
])("a number format %s", (_, code, shown) => {
  expect(shownText(1, code, false)).toBe(shown);
});
