import { makeStyles } from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons";
import { openers } from "../frame/primary-action.tsx";
import { useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";

const useStyles = makeStyles({
  more: { flex: "none", minWidth: "28px", width: "28px", height: "32px", padding: 0 },
});

interface MoreButtonProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Unfolds what is needed now and then. */
export function MoreButton({ isOpen, onToggle }: MoreButtonProps) {
  const styles = useStyles();
  const words = useTexts();
  return <Button id={openers.more} className={styles.more} appearance={isOpen ? "secondary" : "subtle"} icon={<MoreHorizontal20Regular />} aria-label={words.more} title={words.more} aria-expanded={isOpen} onClick={onToggle} />;
}
