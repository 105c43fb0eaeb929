import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { views, type CheckView } from "../state/state.ts";
import { useTexts } from "../texts/texts.ts";
import { arrows } from "../ui/arrows.ts";

const useStyles = makeStyles({
  tabs: { display: "flex" },
  tab: {
    padding: "3px 6px 0",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    // The line under the word is a border, which forced colours keep.
    "& span": { display: "block", paddingBottom: "3px", borderBottom: "2px solid transparent", "@media (forced-colors: active)": { borderBottom: "none", paddingBottom: "5px" } },
    ":hover span": { borderBottomColor: tokens.colorNeutralStroke1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    "& span": { borderBottomColor: tokens.colorCompoundBrandStroke, "@media (forced-colors: active)": { borderBottom: "2px solid Highlight", paddingBottom: "3px" } },
    ":hover span": { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
});

/** The id of a view's tab, which names what it shows. */
export function tabId(view: CheckView): string {
  return `view-${view}`;
}

interface ViewTabsProps {
  readonly view: CheckView;
  readonly onChoose: (view: CheckView) => void;
}

/** What of the check is shown below. */
export function ViewTabs({ view, onChoose }: ViewTabsProps) {
  const styles = useStyles();
  const words = useTexts();
  return (
    <div ref={arrows} className={styles.tabs} role="tablist" aria-label={words.view}>
      {views.map((one) => (
        <button key={one} type="button" role="tab" id={tabId(one)} className={mergeClasses(styles.tab, one === view && styles.chosen)} aria-selected={one === view} onClick={() => onChoose(one)}>
          <span>{words.views[one]}</span>
        </button>
      ))}
    </div>
  );
}
