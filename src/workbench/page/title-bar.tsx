import { FolderAdd20Regular, FolderOpen20Regular } from "@fluentui/react-icons";
import { memo, useRef } from "react";
import type { Language } from "../../core/wording/language.ts";
import { sheetEndings } from "../../core/wording/endings.ts";
import { Button } from "../../pane/ui/button.tsx";
import { SegmentedChoice } from "../../pane/ui/segmented-choice.tsx";
import type { Workspace } from "../state/workspace.ts";
import { pickedFiles, pickFolder } from "../state/picked-files.ts";
import { FileTabs, openButton } from "./file-tabs.tsx";
import { useWorkbenchTexts } from "../state/texts.ts";

const languages = [
  { value: "ja", word: "日本語", lang: "ja" },
  { value: "en", word: "English", lang: "en" },
] as const;

interface TitleBarProps {
  readonly workspace: Workspace;
  readonly language: Language;
}

/** The product's name, buttons that open files, the open files, and the language. */
export const TitleBar = memo(function TitleBar({ workspace, language }: TitleBarProps) {
  const words = useWorkbenchTexts();
  const input = useRef<HTMLInputElement>(null);
  return (
    <header className="title-bar">
      <h1 className="brand">
        <svg viewBox="0 0 32 32" aria-hidden>
          <rect width="32" height="32" rx="7" />
          <path d="M9 16.5l5 5L23.5 11" />
        </svg>
        <span>点検</span> <span className="brand-latin">Tenken</span>
      </h1>
      <Button id={openButton} icon={<FolderOpen20Regular />} onClick={() => input.current?.click()}>
        {words.open}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={sheetEndings.join(",")}
        aria-label={words.open}
        onChange={({ currentTarget }) => {
          void workspace.files.open(pickedFiles(currentTarget.files));
          currentTarget.value = "";
        }}
      />
      <Button icon={<FolderAdd20Regular />} aria-label={words.openFolder} title={words.openFolder} onClick={() => void pickFolder().then((files) => workspace.files.open(files))} />
      <FileTabs workspace={workspace} />
      <SegmentedChoice label={words.language} options={languages} chosen={language} onChoose={(chosen) => void workspace.session.documentSettings.keepLanguage(chosen)} />
    </header>
  );
});
