import { Checkbox } from "@fluentui/react-components";
import { ArrowRedo20Regular, ArrowUndo20Regular, PanelRightContract20Regular, PanelRightExpand20Regular, Save20Regular, Search20Regular } from "@fluentui/react-icons";
import type { Workspace } from "../state/workspace.ts";
import type { OpenContent } from "../state/workspace-state.ts";
import type { Step } from "../state/steps.ts";
import { describeStep } from "../state/say.ts";
import { useWorkbenchTexts } from "../state/texts.ts";
import { Button } from "../../pane/ui/button.tsx";

interface ToolBarProps {
  readonly workspace: Workspace;
  readonly file: string;
  readonly content: Pick<OpenContent, "history" | "takes">;
  readonly savesMarks: boolean;
  readonly isPaneShown: boolean;
  readonly onPane: (isShown: boolean) => void;
}

/** Undo, redo and save, and the button that hides the pane. The buttons name the change that they would undo or redo. */
export function ToolBar({ workspace, file, content: { history, takes }, savesMarks, isPaneShown, onPane }: ToolBarProps) {
  const words = useWorkbenchTexts();
  const say = (steps: readonly Step[]) => steps.slice(-1).map(({ what }) => describeStep(what, words)).join("");
  const undo = words.undo(say(history.done));
  const redo = words.redo(say(history.undone));
  return (
    <div className="tool-bar" role="group" aria-label={words.tools}>
      <Button appearance="subtle" size="small" icon={<ArrowUndo20Regular />} aria-label={undo} title={undo} disabledFocusable={history.done.length === 0} onClick={() => void workspace.editor.turn("undo")} />
      <Button appearance="subtle" size="small" icon={<ArrowRedo20Regular />} aria-label={redo} title={redo} disabledFocusable={history.undone.length === 0} onClick={() => void workspace.editor.turn("redo")} />
      <Button appearance="subtle" size="small" icon={<Save20Regular />} title={words.saveHelp} onClick={() => void workspace.saver.save(file)}>
        {words.save}
      </Button>
      <Button appearance="subtle" size="small" icon={<Search20Regular />} aria-label={words.find} title={words.findHelp} onClick={() => workspace.finder.open()} />
      {takes === "everything" ? (
        <Checkbox label={words.saveMarks} title={words.saveMarksHelp} checked={savesMarks} onChange={(_, { checked }) => workspace.store.set({ savesMarks: checked === true })} />
      ) : (
        <span className="no-marks">{words.noMarks}</span>
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={isPaneShown ? <PanelRightContract20Regular /> : <PanelRightExpand20Regular />}
        aria-expanded={isPaneShown}
        aria-controls="pane-area"
        aria-label={words.pane}
        title={isPaneShown ? words.hidePane : words.showPane}
        onClick={() => onPane(!isPaneShown)}
      />
    </div>
  );
}
