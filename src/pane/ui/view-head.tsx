import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { HelpTopic } from "../../help/topics.ts";
import { HelpLink } from "./help-link.tsx";
import { takeFocus } from "./take-focus.ts";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", gap: "8px" },
  title: { margin: 0, flex: "1 1 0", minWidth: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" } },
});

interface ViewHeadProps {
  readonly title: string;
  readonly topic: HelpTopic;
  /** 2 for a view in place of the whole pane. */
  readonly level?: 2 | 3;
  /** Buttons at the end of the line. */
  readonly children?: ReactNode;
}

/** The title of a view in place of the findings, with its help. It gets the focus. */
export function ViewHead({ title, topic, level = 3, children }: ViewHeadProps) {
  const styles = useStyles();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className={styles.head}>
      <Heading className={styles.title} tabIndex={-1} ref={takeFocus}>
        {title}
      </Heading>
      <HelpLink topic={topic} />
      {children}
    </div>
  );
}
