import { defineConfig } from "vitest/config";

export default defineConfig({
  // CI tries a failed test once more: a browser that another program holds up for seconds is no fault of the product.
  // The browser tests start Chromium beside other tests on two cores: the usual five seconds are too short.
  test: { include: ["tests/**/*.test.{ts,tsx}"], testTimeout: 120_000, retry: process.env["CI"] ? 1 : 0, hookTimeout: 120_000, expect: { poll: { timeout: 10_000 } } },
});
