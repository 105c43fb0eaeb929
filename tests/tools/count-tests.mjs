/**
 * Counts vitest's JSON report. A failure outside a test also counts, or it would be lost: a file that does not load, an
 * error after the last test, a run that ended without a report.
 */
export function countTests(readReport, ok) {
  const report = parse(readReport);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter((file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"));
  const failed = report.numFailedTests + unloaded.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function parse(readReport) {
  try {
    return JSON.parse(readReport());
  } catch {
    return undefined;
  }
}
