import { checkFile, type CheckedBy, type CheckedFile } from "./check-files.ts";
import { eachFile } from "./each-file.ts";
import { checkedBy } from "./form-file.ts";
import type { CommonOptions } from "./options.ts";
import { Outputs } from "./outputs.ts";
import { withoutSamples } from "./samples.ts";
import { inert } from "./terminal-text.ts";
import { cliTexts } from "./texts.ts";
import { UsageError, type Usage } from "./usage.ts";

/** The one file that is made of many. */
interface WantedOutput {
  readonly out: string | undefined;
  readonly force: boolean | undefined;
  /** With its dot, in small letters. */
  readonly ending: string;
  /** What is said where no file is named, and where its name ends otherwise. */
  readonly missing: Usage;
  readonly unfit: (out: string) => Usage;
}

/** Checked files, and where the one that is made of them goes. */
interface Gathered {
  readonly checked: readonly CheckedFile[];
  readonly by: CheckedBy;
  readonly out: string;
  readonly outputs: Outputs;
}

/**
 * Checks files of which one is made; among others no sample.
 * @throws {UsageError} for no file to write, or an unfit one; {Refusal} output-is-source, output-exists, not-saved, form-invalid
 */
export async function gather(common: CommonOptions, { out, force, ending, missing, unfit }: WantedOutput): Promise<Gathered> {
  if (out === undefined || out === "") throw new UsageError(missing);
  if (!out.toLowerCase().endsWith(ending)) throw new UsageError(unfit(out));
  const outputs = await Outputs.beside(common.files, force ?? false);
  await outputs.refuseTaken(out);
  const by = { ...(await checkedBy(common)), withFacts: true };
  const { files, samples } = await withoutSamples(common.files);
  for (const path of samples) process.stderr.write(`${cliTexts[common.language].sampleLeftOut(inert(path))}\n`);
  return { checked: await eachFile(files, (path) => checkFile(path, by)), by, out, outputs };
}
