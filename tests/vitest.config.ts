import { defineConfig } from "vitest/config";

const inBrowser = "tests/**/*.browser.test.ts";

/** A build takes longer than these tests, and none of them runs what is built. */
const needsNoBuild = /^tests\/(?:core|hosts)(?:\/|$)|^tests\/(?:pane|taskpane)\/[\w/-]+\.test\.ts$/;
const named = process.argv.filter((argument) => argument.startsWith("tests/") && !argument.endsWith("vitest.config.ts"));
const build = named.length > 0 && named.every((name) => needsNoBuild.test(name)) ? [] : ["tests/build.ts"];

/** A test that opens a page is called *.browser.test.ts; all others run in Node. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // Most code of a test runs once. Optimising it took a sixth of the time of all tests.
    execArgv: ["--interrupt-budget=1000000"],
    globalSetup: build,
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/**/*.test.ts"], exclude: [inBrowser], isolate: false, testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: "browser",
          include: [inBrowser],
          isolate: false,
          globalSetup: "tests/browser/start.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
