import { expect, test } from "vitest";
import type { Finding } from "../../src/core/model/finding.ts";
import { snapshotOf } from "../../src/core/progress/snapshot.ts";
import { FirstChecks } from "../../src/pane/state/first-checks.ts";
import { cleanRows, inspectRows, type Cells } from "../core/sheet.ts";

const check = (put: Cells) => inspectRows(cleanRows, put).findings;
const faulty = check({ D4: "順調 ", I5: "" });
const fixed = check({ I5: "" });

test("a sheet's first check is compared with nothing, and none of its findings is looked at", () => {
  let looks = 0;
  const get = (target: Finding, key: string | symbol): unknown => {
    looks++;
    return Reflect.get(target, key);
  };
  const watched = faulty.map((finding) => new Proxy<Finding>(finding, { get }));
  const checks = new FirstChecks();
  expect([checks.compare("a", watched, null), looks]).toEqual([undefined, 0]);
  expect(checks.compare("a", fixed, null)).toMatchObject({ before: 2, gone: 1, added: 0 });
  expect(checks.compare("a", check({}), null)).toMatchObject({ before: 2, gone: 2, added: 0 });
});

test("what an earlier session found counts as the first check", () => {
  expect(new FirstChecks().compare("a", fixed, snapshotOf(faulty))).toMatchObject({ before: 2, gone: 1, added: 0 });
});

test("each sheet has its own, and a forgotten one begins anew", () => {
  const checks = new FirstChecks();
  checks.compare("a", faulty, null);
  expect(checks.compare("b", fixed, null)).toBeUndefined();
  checks.forget((id) => id === "a");
  expect(checks.compare("a", fixed, null)).toBeUndefined();
});
