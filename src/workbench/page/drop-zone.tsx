import { ArrowDownload48Regular } from "@fluentui/react-icons";
import { useEffect, useState, type RefObject } from "react";
import { droppedFiles, type PickedFile } from "../state/picked-files.ts";
import { useWorkbenchTexts } from "../state/texts.ts";

interface DropZoneProps {
  readonly page: RefObject<HTMLElement | null>;
  readonly onFiles: (files: readonly PickedFile[]) => void;
}

/** Takes files that are dropped anywhere on the page, and shows this while they are dragged. */
export function DropZone({ page, onFiles }: DropZoneProps) {
  const words = useWorkbenchTexts();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const element = page.current;
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      void droppedFiles(event.dataTransfer?.items).then((files) => {
        if (files.length > 0) onFiles(files);
      });
    };
    element?.addEventListener("dragover", over);
    element?.addEventListener("dragleave", leave);
    element?.addEventListener("drop", drop);
    return () => {
      element?.removeEventListener("dragover", over);
      element?.removeEventListener("dragleave", leave);
      element?.removeEventListener("drop", drop);
    };
  }, [page, onFiles]);
  if (!isOver) return null;
  return (
    <div className="drop-zone">
      <ArrowDownload48Regular aria-hidden />
      <p>{words.drop}</p>
    </div>
  );
}
