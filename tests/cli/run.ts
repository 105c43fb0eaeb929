import { spawnSync } from "node:child_process";
import { root } from "../../src/tools/build-if-old.mjs";

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built terminal tool as a user does. */
export function tenken(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}dist/cli.cjs`, ...words], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}
