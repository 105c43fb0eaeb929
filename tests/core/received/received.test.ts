import { expect, test } from "vitest";
import { inspectFully } from "../../../src/core/inspect.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { snapshotOf } from "../../../src/core/progress/snapshot.ts";
import { readKept, writeKept, type KeptOffice } from "../../../src/core/received/kept.ts";
import { byNeed, changesSince, foundOn, officeNames, type Outcome, type ReceivedRow } from "../../../src/core/received/rows.ts";
import { decided, knownBy, officeKey, standingsOf, type ReceivedState } from "../../../src/core/received/states.ts";
import { cleanRows, gridOf, type Cells } from "../sheet.ts";

const checked = (put: Cells) => {
  const inspection = inspectFully(gridOf(cleanRows, put), osakaWard);
  if (!inspection) throw new Error("no table");
  return inspection;
};
const faulty = checked({ D4: "順調 ", G5: "1-1-9", L6: "" });
const sent = { office: "旭区", versions: ["a"] };
const open = { state: "open", before: undefined } as const;
const returned: KeptOffice = { ...sent, state: "returned", at: 1, findings: snapshotOf(faulty.findings) };
const states = (submissions: Parameters<typeof standingsOf>[0], kept: readonly KeptOffice[]) => standingsOf(submissions, kept).map(({ state }) => state);

test("a sheet is known again by its content, also as it was saved here; the same office with another content came again", () => {
  const kept = knownBy(decided([], sent, open, { state: "returned", at: 1, findings: [] }), standingsOf([sent], [returned])[0] ?? open, ["a", "saved"]);
  expect(states([sent], kept)).toEqual(["returned"]);
  expect(states([{ office: "旭区", versions: ["b"] }], kept)).toEqual(["again"]);
  expect(states([{ office: "北区", versions: ["b"] }], kept)).toEqual(["open"]);
  const [standing = open] = standingsOf([sent], [returned]);
  expect(states([{ office: "旭区", versions: ["saved"] }], knownBy([returned], standing, ["saved"]))).toEqual(["returned"]);
});

test("of two sheets with one name neither is taken for the one that came again, unless the other is the former one itself", () => {
  const two = ["b", "c"].map((version) => ({ office: "福祉部", versions: [version] }));
  const kept = [{ ...returned, office: "福祉部" }];
  expect(states(two, kept)).toEqual(["open", "open"]);
  expect(states([{ office: "福祉部", versions: ["a"] }, ...two.slice(1)], kept)).toEqual(["returned", "open"]);
});

test("a decision takes the place of the one before, and can be taken back", () => {
  const again = { office: "旭区", versions: ["b"] };
  const [standing = open] = standingsOf([again], [returned]);
  const done = decided([returned], again, standing, { state: "done", at: 2, findings: [] });
  expect(done).toEqual([{ ...again, state: "done", at: 2, findings: [] }]);
  expect(decided(done, again, standingsOf([again], done)[0] ?? open, { state: undefined, at: 3, findings: [] })).toEqual([]);
});

test("the key is the same for an office's sheet of the same year and form, and for no other", () => {
  const keyed = (name: string, year: number | null) => officeKey(name, { ...faulty, title: { office: name, year } });
  expect(keyed("旭区", 2024)).toBe(keyed("旭区", 2024));
  expect(new Set([keyed("旭区", 2024), keyed("旭区", 2023), keyed("北区", 2024), keyed("旭区", null)]).size).toBe(4);
});

test("what is kept is read again, and nothing else is; the oldest of too many go", () => {
  expect(readKept(writeKept([returned]))).toEqual([returned]);
  expect([readKept(undefined), readKept("[]"), readKept("{"), readKept('{"version":2,"offices":[]}'), writeKept([])]).toEqual([[], [], [], [], undefined]);
  const many = Array.from({ length: 301 }, (_, at) => ({ ...returned, office: String(at), at }));
  const read = readKept(writeKept(many));
  expect([read.length, read.some(({ office }) => office === "0")]).toEqual([300, false]);
});

test("what became of the findings that were sent back", () => {
  const later = checked({ G5: "1-1-9", D6: "すすんだ" });
  const before = snapshotOf(faulty.findings);
  expect(changesSince(before, faulty)).toEqual({ gone: 0, left: faulty.findings.length, added: 0 });
  const changes = changesSince(before, later);
  expect([changes?.added, (changes?.gone ?? 0) + (changes?.left ?? 0)]).toEqual([1, faulty.findings.length]);
  expect(changes?.gone).toBeGreaterThan(0);
  expect(changesSince(null, later)).toBeUndefined();
});

test("offices of one name are told apart by their folders, in one folder by their files, else by a number", () => {
  const office = (folder: string, file = "評価", name = "福祉部") => ({ folder, file, name });
  expect(officeNames([office("提出/東"), office("提出/西"), office("", "a", "旭区")])).toEqual(["東/福祉部", "西/福祉部", "旭区"]);
  expect(officeNames([office("", "介護"), office("", "障害"), office("", "障害"), office("", "旭/区", "旭/区")])).toEqual(["介護/福祉部", "障害/福祉部", "障害/福祉部 (2)", "旭／区"]);
});

test("what needs work comes first: unreadable, then by errors; what was sent back and what is done come last", () => {
  const row = (id: string, outcome: Outcome, state: ReceivedState = "open"): ReceivedRow => ({ id, name: id, place: "", standing: { state, before: undefined }, outcome });
  const read = (inspection: typeof faulty): Outcome => ({ kind: "read", inspection, found: foundOn(inspection), changes: undefined });
  const [clean, few] = [read(checked({})), read(checked({ D4: "順調 " }))];
  const rows = [row("done", read(faulty), "done"), row("clean", clean), row("few", few), row("returned", read(faulty), "returned"), row("many", read(faulty)), row("again", clean, "again"), row("waiting", { kind: "waiting" }), row("broken", { kind: "refused", code: "damaged", detail: "" })];
  expect(byNeed(rows).map(({ id }) => id)).toEqual(["broken", "again", "many", "few", "clean", "waiting", "returned", "done"]);
});
