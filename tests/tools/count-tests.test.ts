import { expect, test } from "vitest";
import { countTests } from "./count-tests.mjs";

const report = (numbers: object, files: object[] = []) => () =>
  JSON.stringify({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: files, ...numbers });
const unreadable = () => {
  throw new Error("no such file");
};

test.each([
  ["all pass", report({}), true, { passed: 5, failed: 0, skipped: 0 }],
  ["a test fails", report({ numFailedTests: 1 }, [{ status: "failed", assertionResults: [{ status: "failed" }] }]), false, { passed: 5, failed: 1, skipped: 0 }],
  ["a file does not load", report({}, [{ status: "failed", assertionResults: [] }]), false, { passed: 5, failed: 1, skipped: 0 }],
  ["an error outside a test", report({}), false, { passed: 5, failed: 1, skipped: 0 }],
  ["skipped and to do", report({ numPendingTests: 2, numTodoTests: 1 }), true, { passed: 5, failed: 0, skipped: 3 }],
  ["no report", unreadable, false, { passed: 0, failed: 1, skipped: 0 }],
])("%s", (_name, readReport, ok, counts) => {
  expect(countTests(readReport, ok)).toEqual(counts);
});
