import { inert } from "./terminal-text.ts";

/** The files in order, whoever takes the next. Of several, each is told on standard error when it is taken. */
export function* takeFiles(paths: readonly string[]): Generator<{ readonly index: number; readonly path: string }> {
  for (const [index, path] of paths.entries()) {
    if (paths.length > 1) process.stderr.write(`${index + 1}/${paths.length} ${inert(path)}\n`);
    yield { index, path };
  }
}

/** Works on the files, one after another. */
export async function eachFile<Result>(paths: readonly string[], work: (path: string) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const { path } of takeFiles(paths)) results.push(await work(path));
  return results;
}
