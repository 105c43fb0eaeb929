import type { TestProject } from "vitest/node";
import { launchServer } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the one Chromium of this run listens. */
    chromium: string;
  }
}

/** Starts one Chromium for all files of tests. @returns ends it */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchServer();
  project.provide("chromium", server.wsEndpoint());
  return () => server.close();
}
