import { History16Regular } from "@fluentui/react-icons";
import { useLanguage } from "../../pane/texts/texts.ts";
import type { KeptEdits } from "../state/kept-edits.ts";
import { useWorkbenchTexts } from "../state/texts.ts";
import type { OpenFile } from "../state/workspace-state.ts";
import { Button } from "../../pane/ui/button.tsx";

interface KeptOfferProps {
  readonly keptEdits: KeptEdits;
  readonly file: OpenFile;
}

/** Asks whether what was not saved the last time is wanted; it stays until it is answered. */
export function KeptOffer({ keptEdits, file: { id, offer } }: KeptOfferProps) {
  const words = useWorkbenchTexts();
  const language = useLanguage();
  const when = offer && new Date(offer.at).toLocaleString(language === "ja" ? "ja-JP" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
  return (
    <div role="status">
      {offer && when !== undefined && (
        <div className="bench-notice">
          <History16Regular aria-hidden />
          <p>{words.kept(when, offer.count)}</p>
          <Button size="small" appearance="primary" onClick={() => void keptEdits.restore(id)}>
            {words.restoreKept}
          </Button>
          <Button size="small" onClick={() => void keptEdits.refuse(id)}>
            {words.refuseKept}
          </Button>
        </div>
      )}
    </div>
  );
}
