import { Warning16Regular } from "@fluentui/react-icons";
import { wordRefusal } from "../../core/wording/refusals.ts";
import type { Keeper } from "../state/document-settings.ts";
import { DismissButton, Notice } from "../ui/notice.tsx";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";

/** Says that the document did not keep what was chosen or decided last, and why. */
export function KeeperNotice({ keeper }: { readonly keeper: Keeper }) {
  const words = useTexts();
  const language = useLanguage();
  const { refusal } = useStore(keeper);
  if (!refusal) return null;
  return (
    <Notice icon={<Warning16Regular />} text={words.notKept(wordRefusal(refusal.code, refusal.detail, language))}>
      <DismissButton onDismiss={() => keeper.dismiss()} />
    </Notice>
  );
}
