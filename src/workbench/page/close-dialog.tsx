import { Button } from "@fluentui/react-components";
import { useLayoutEffect, useRef } from "react";
import { useWorkbenchTexts } from "../state/texts.ts";

interface CloseDialogProps {
  readonly name: string;
  readonly onAnswer: (answer: "save" | "drop" | "stay") => void;
}

/** Asks what to do with unsaved changes of a file that is being closed. */
export function CloseDialog({ name, onAnswer }: CloseDialogProps) {
  const words = useWorkbenchTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed while it is still in the page, so that the focus goes back to where it was.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="close-dialog"
      aria-labelledby="close-title"
      aria-describedby="close-help"
      onCancel={(event) => {
        event.preventDefault();
        onAnswer("stay");
      }}
    >
      <h2 id="close-title">{words.closeTitle(name)}</h2>
      <p id="close-help">{words.closeHelp}</p>
      <div className="dialog-buttons">
        <Button appearance="primary" onClick={() => onAnswer("save")}>
          {words.saveAndClose}
        </Button>
        <Button onClick={() => onAnswer("drop")}>{words.dropAndClose}</Button>
        <Button onClick={() => onAnswer("stay")}>{words.stay}</Button>
      </div>
    </dialog>
  );
}
