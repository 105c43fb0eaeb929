import { defineConfig } from "vitest/config";

export default defineConfig({
  // The browser tests start Chromium beside other tests on two cores: the usual five seconds are too short.
  test: { include: ["tests/**/*.test.{ts,tsx}"], testTimeout: 30_000, hookTimeout: 120_000, expect: { poll: { timeout: 10_000 } } },
});
