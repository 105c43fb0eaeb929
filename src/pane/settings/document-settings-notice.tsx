import { Warning16Regular } from "@fluentui/react-icons";
import type { DocumentSettings } from "../state/document-settings.ts";
import { useRefusalWords } from "../texts/refusal-words.ts";
import { Button } from "../ui/button.tsx";
import { DismissButton, Notice } from "../ui/notice.tsx";
import { TechnicalText } from "../ui/technical-text.tsx";
import { useStore } from "../state/store.ts";
import { useRefusals } from "../ui/use-refusals.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

/** Tells why the document did not keep the last choice or decision. */
export function DocumentSettingsNotice({ documentSettings }: { readonly documentSettings: DocumentSettings }) {
  const words = useTexts();
  const language = useLanguage();
  const { tryAgain } = useRefusalWords();
  const { refusal } = useStore(documentSettings);
  const { sayRefusal } = useRefusals(refusal !== undefined);
  if (!refusal) return null;
  const { said, technical } = sayRefusal("keep", refusal, language);
  return (
    <Notice icon={<Warning16Regular />} text={refusal.code === "not-loaded" || said === "" ? said : words.notKept(said)}>
      <TechnicalText text={technical} />
      {documentSettings.isBehind && refusal.code !== "text-only" && (
        <Button size="small" onClick={() => void documentSettings.keepAgain()}>
          {tryAgain}
        </Button>
      )}
      <DismissButton onDismiss={() => documentSettings.dismiss()} />
    </Notice>
  );
}
