import { chromium, type Browser } from "playwright-core";
import { inject } from "vitest";

let connected: Promise<Browser> | undefined;

/** The one Chromium of this run. It must not be closed: other files of tests use it too. */
export function sharedBrowser(): Promise<Browser> {
  return (connected ??= chromium.connect(inject("chromium")));
}
