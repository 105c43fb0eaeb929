import { Info16Regular } from "@fluentui/react-icons";
import { a1 } from "../../core/model/address.ts";
import type { Hiding } from "../../core/model/ports.ts";
import type { Language } from "../../core/wording/language.ts";
import { useLanguage } from "../../pane/texts/texts.ts";
import { Button } from "../../pane/ui/button.tsx";
import type { TaskPaneState } from "../state/task-pane-state.ts";
import type { TaskPane } from "../state/task-pane.ts";
import { FrameNotice } from "./frame-notice.tsx";

interface UnseenTexts {
  readonly hidden: Readonly<Record<Hiding, (cell: string) => string>>;
  readonly all: string;
  readonly next: string;
}

const unseenTexts: Readonly<Record<Language, UnseenTexts>> = {
  ja: {
    hidden: {
      row: (cell) => `${cell} は隠れている行にあるため、見えません。絞り込みなら「データ」の「クリア」、非表示なら「ホーム」の「書式」→「非表示/再表示」で表示できます。何も変えていません。`,
      column: (cell) => `${cell} は非表示の列にあるため、見えません。「ホーム」の「書式」→「非表示/再表示」で表示できます。何も変えていません。`,
    },
    all: "ほかの指摘も、すべて隠れている行、列、シートにあります。行や列を表示してから移動してください。",
    next: "次の見える指摘へ",
  },
  en: {
    hidden: {
      row: (cell) => `${cell} cannot be seen: its row is hidden. Show filtered rows with Clear under Data, others with Format → Hide & Unhide under Home. Nothing was changed.`,
      column: (cell) => `${cell} cannot be seen: its column is hidden. Show it with Format → Hide & Unhide under Home. Nothing was changed.`,
    },
    all: "All other findings are in hidden rows, columns or sheets too. Show those first.",
    next: "Next visible finding",
  },
};

/** Says that the cell of a jump is hidden, and offers the next finding that can be seen. */
export function UnseenNotice({ taskPane, unseen }: { readonly taskPane: TaskPane; readonly unseen: NonNullable<TaskPaneState["unseen"]> }) {
  const words = unseenTexts[useLanguage()];
  const isAll = unseen === "all";
  return (
    <FrameNotice icon={<Info16Regular />} actions={!isAll && <NextVisible taskPane={taskPane} />} onDismiss={() => taskPane.store.set({ unseen: undefined })}>
      {isAll ? words.all : words.hidden[unseen.by](a1(unseen.at))}
    </FrameNotice>
  );
}

/** The way on from a cell that cannot be seen. */
export function NextVisible({ taskPane }: { readonly taskPane: TaskPane }) {
  return (
    <Button size="small" onClick={() => void taskPane.toNextVisible()}>
      {unseenTexts[useLanguage()].next}
    </Button>
  );
}
