import { Button } from "@fluentui/react-components";
import { Dismiss16Regular, Info16Regular, Warning16Regular } from "@fluentui/react-icons";
import { wordRefusal } from "../../core/wording/refusals.ts";
import type { Language } from "../../core/wording/language.ts";
import { useLanguage } from "../../pane/texts/texts.ts";
import type { BenchNotice as Notice } from "../state/workspace-state.ts";
import type { Bench } from "../state/workspace.ts";
import { download } from "../state/download.ts";
import { benchTexts, sayStep, useBenchTexts } from "../state/texts.ts";

interface BenchNoticeProps {
  readonly bench: Bench;
  readonly notice: Notice | undefined;
}

/** What has just happened to the file, said as it comes up. What was undone is seen anyway: that is only said. */
export function BenchNotice({ bench, notice }: BenchNoticeProps) {
  const words = useBenchTexts();
  const language = useLanguage();
  const isSeen = notice?.kind === "undone" || notice?.kind === "redone";
  return (
    <div role="status">
      {notice && (
        <div className={isSeen ? "visually-hidden" : "bench-notice"}>
          {notice.kind === "refused" ? <Warning16Regular aria-hidden /> : <Info16Regular aria-hidden />}
          <p>{sayNotice(notice, language)}</p>
          {notice.kind === "refused" && notice.typing && (
            <Button size="small" onClick={() => bench.typist.resume()}>
              {words.resume}
            </Button>
          )}
          {notice.kind === "summary" && (
            <Button size="small" onClick={() => bench.bringFile(notice.file)}>
              {words.showFile}
            </Button>
          )}
          {notice.kind === "sample-closed" && (
            <Button size="small" onClick={() => download(notice.bytes, notice.name)}>
              {words.saveSample}
            </Button>
          )}
          {!isSeen && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.dismiss} title={words.dismiss} onClick={() => bench.set({ notice: undefined })} />}
        </div>
      )}
    </div>
  );
}

function sayNotice(notice: Notice, language: Language): string {
  const words = benchTexts[language];
  switch (notice.kind) {
    case "refused":
      return wordRefusal(notice.code, notice.detail, language);
    case "stays-text":
      return words.staysText(notice.at);
    case "saved":
      return words.saved(notice.name);
    case "undone":
    case "redone":
      return words[notice.kind](sayStep(notice.what, words));
    case "summary":
      return words.summaryMade(notice.name);
    case "sample-closed":
      return words.sampleClosed(notice.name);
  }
}
