import { makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useCallback, useEffect, useRef, type ReactNode } from "react";
import { useTexts } from "../texts/texts.ts";
import { Button } from "./button.tsx";
import { useEvent } from "./use-event.ts";

const useStyles = makeStyles({
  notice: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 8px",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    "& svg": { flex: "none" },
  },
  // A short text leaves room for its buttons on the same line.
  text: { flex: "1 1 auto", minWidth: 0, maxWidth: "calc(100% - 24px)", overflowWrap: "anywhere" },
});

interface NoticeProps {
  readonly id?: string;
  readonly icon: ReactNode;
  readonly text: string;
  /** Buttons for possible actions. */
  readonly children?: ReactNode;
  /** Told when the user comes to it by pointer or focus, and when they leave it; for one that goes by itself. */
  readonly onHold?: (isHeld: boolean) => void;
}

/** A sentence about an event, with its sign and possible actions. */
export function Notice({ id, icon, text, children, onHold }: NoticeProps) {
  const styles = useStyles();
  const notice = useRef<HTMLDivElement>(null);
  useHold(notice, onHold);
  return (
    <div ref={notice} id={id} tabIndex={-1} className={styles.notice}>
      {icon}
      <span className={styles.text}>{text}</span>
      {children}
    </div>
  );
}

function useHold(element: React.RefObject<HTMLElement | null>, onHold: NoticeProps["onHold"]): void {
  const tell = useCallback(() => onHold?.(element.current?.matches(":hover, :focus-within") === true), [element, onHold]);
  useEvent(element, "pointerenter", tell);
  useEvent(element, "pointerleave", tell);
  useEvent(element, "focusin", tell);
  // The focus is elsewhere only after this event.
  useEvent(element, "focusout", useCallback(() => queueMicrotask(tell), [tell]));
  useEffect(() => () => onHold?.(false), [onHold]);
}

export function DismissButton({ onDismiss }: { readonly onDismiss: () => void }) {
  const words = useTexts();
  return <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={words.dismiss} title={words.dismiss} onClick={onDismiss} />;
}
