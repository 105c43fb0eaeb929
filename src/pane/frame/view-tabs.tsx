import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import { views, type CheckView } from "../state/state.ts";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  tab: { paddingTop: "3px", paddingBottom: "5px" },
});

interface ViewTabsProps {
  readonly view: CheckView;
  readonly onChoose: (view: CheckView) => void;
}

/** What of the check is shown below. */
export function ViewTabs({ view, onChoose }: ViewTabsProps) {
  const styles = useStyles();
  const words = useTexts();
  return (
    <TabList size="small" selectedValue={view} aria-label={words.view} onTabSelect={(_, { value }) => onChoose(views.find((one) => one === value) ?? "findings")}>
      {views.map((one) => (
        <Tab key={one} value={one} id={`view-${one}`} className={styles.tab}>
          {words.views[one]}
        </Tab>
      ))}
    </TabList>
  );
}
