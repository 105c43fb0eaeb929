import { Info16Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { broughtBy, describeBrought } from "../../core/settings/brought.ts";
import type { SheetCheck } from "../state/host-adapter.ts";
import type { Session } from "../state/session.ts";
import { useStore } from "../state/store.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

interface OwnSettingsProps {
  readonly session: Session;
  readonly sheetId: string;
  readonly check: SheetCheck | null;
}

/** Says what the document's own settings decide of its check, and checks without them. Nothing where they decide nothing. */
export function OwnSettingsLine({ session, sheetId, check }: OwnSettingsProps) {
  const words = useTexts();
  const language = useLanguage();
  const { settings, dropped, isAside } = useStore(session.documentSettings);
  const isFormUsed = !check?.misfit;
  const own = useMemo(() => broughtBy({ settings, dropped }, isFormUsed), [settings, dropped, isFormUsed]);
  if (!own) return null;
  const decides = own.rules.length + own.answers > 0 || own.form?.isUsed === true;
  return (
    <Notice icon={<Info16Regular />} text={words.ownSettings(describeBrought(own, language), isAside)}>
      {decides && (
        <Button size="small" onClick={() => void session.settingsChanger.checkByDefaults(sheetId, !isAside)}>
          {isAside ? words.checkByOwn : words.checkByDefaults}
        </Button>
      )}
    </Notice>
  );
}
