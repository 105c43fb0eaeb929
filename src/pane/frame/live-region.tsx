import { makeStyles } from "@fluentui/react-components";
import type { Form } from "../../core/form/schema.ts";
import { useRefusals } from "../ui/use-refusals.ts";
import { describeNews } from "../texts/say-news.ts";
import type { News } from "../state/state.ts";
import { useLanguage } from "../texts/texts.ts";

const useStyles = makeStyles({
  hidden: { position: "absolute", width: "1px", height: "1px", margin: "-1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
});

/** Says what has just happened to those who do not see it. What became of a fix is said by its notice. */
export function LiveRegion({ news, form }: { readonly news: News | undefined; readonly form: Form }) {
  const styles = useStyles();
  const language = useLanguage();
  const refusals = useRefusals(news?.kind === "state" && news.state.phase === "refused");
  return (
    <div className={styles.hidden} role="status">
      {news && news.kind !== "fix" && describeNews(news, form, language, refusals)}
    </div>
  );
}
