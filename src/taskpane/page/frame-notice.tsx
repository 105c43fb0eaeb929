import { makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { Button } from "../../pane/ui/button.tsx";
import { useNoticeTexts } from "./notice-texts.ts";

const useStyles = makeStyles({
  notice: {
    display: "flex",
    alignItems: "flex-start",
    gap: "8px",
    padding: "8px 16px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    "& svg": { flex: "none", marginTop: "2px" },
  },
  body: { flex: "1 1 0", minWidth: 0 },
  text: { margin: 0, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", justifyContent: "space-between", gap: "4px 8px", paddingTop: "4px" },
});

interface FrameNoticeProps {
  readonly icon: ReactNode;
  readonly children: string;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

/** A sentence across the pane, with possible actions. */
export function FrameNotice({ icon, children, actions, onDismiss }: FrameNoticeProps) {
  const styles = useStyles();
  const words = useNoticeTexts();
  return (
    <div className={styles.notice}>
      {icon}
      <div className={styles.body}>
        <p className={styles.text}>{children}</p>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss && <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.dismiss} title={words.dismiss} onClick={onDismiss} />}
    </div>
  );
}
