import { makeStyles, Tab, TabList } from "@fluentui/react-components";
import { views, type CheckView } from "../state/state.ts";
import { HelpLink } from "../ui/help-link.tsx";
import { useTexts } from "../texts/texts.ts";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", justifyContent: "space-between" },
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
    <div className={styles.bar}>
      <TabList size="small" selectedValue={view} aria-label={words.view} onTabSelect={(_, { value }) => onChoose(views.find((one) => one === value) ?? "findings")}>
        {views.map((one) => (
          <Tab key={one} value={one} id={`view-${one}`}>
            {words.views[one]}
          </Tab>
        ))}
      </TabList>
      <HelpLink topic={view} />
    </div>
  );
}
