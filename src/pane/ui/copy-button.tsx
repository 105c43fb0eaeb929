import { useState, type RefObject } from "react";
import { useTexts } from "../texts/texts.ts";
import { Button } from "./button.tsx";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly isPrimary?: boolean;
  /** The field with the text. It is selected for copying by keyboard if the page may not use the clipboard. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onCopied?: () => void;
}

/** Copies a text and tells whether that worked. */
export function CopyButton({ text, label, isPrimary = false, field, onCopied }: CopyButtonProps) {
  const words = useTexts();
  const [copied, setCopied] = useState<boolean>();
  const copy = () => {
    field.current?.select();
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        onCopied?.();
      },
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
