import type { TestProject } from "vitest/node";
import { launchServer } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the only Chromium of this run. */
    chromium: string;
  }
}

/** Starts one Chromium for all test files. @returns a function that ends it */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchServer();
  project.provide("chromium", server.wsEndpoint());
  return () => server.close();
}
