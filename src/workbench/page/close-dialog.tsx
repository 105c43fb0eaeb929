import { useLayoutEffect, useRef } from "react";
import { useWorkbenchTexts } from "../state/texts.ts";
import { Button } from "../../pane/ui/button.tsx";

interface CloseDialogProps {
  readonly name: string;
  readonly onAnswer: (answer: "save" | "drop" | "stay") => void;
}

/** Asks about unsaved changes of a file before it is closed. */
export function CloseDialog({ name, onAnswer }: CloseDialogProps) {
  const words = useWorkbenchTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page, so that the focus returns to its former place.
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
