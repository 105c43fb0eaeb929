import { inert } from "./terminal-text.ts";

/** Works on the files in order. With several, it writes a line to standard error for each. */
export async function eachFile<Result>(paths: readonly string[], work: (path: string) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const path of paths) {
    if (paths.length > 1) process.stderr.write(`${results.length + 1}/${paths.length} ${inert(path)}\n`);
    results.push(await work(path));
  }
  return results;
}
