import { Button } from "@fluentui/react-components";
import { useState, type RefObject } from "react";
import { useTexts } from "../texts/texts.ts";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly isPrimary?: boolean;
  /** The field that shows the text: chosen for the user's own keys where the clipboard is closed to the page. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Copies a text, and says whether that worked. */
export function CopyButton({ text, label, isPrimary = false, field }: CopyButtonProps) {
  const words = useTexts();
  const [copied, setCopied] = useState<boolean>();
  const copy = () => {
    field.current?.select();
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Button size="small" appearance={isPrimary ? "primary" : "secondary"} onClick={copy}>
        {label}
      </Button>
      <span role="status">{copied === undefined ? "" : copied ? words.copied : words.notCopied}</span>
    </>
  );
}
