import { makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { KnownForm } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import type { TablePlace } from "../../core/model/finding.ts";
import { exportForm } from "../../core/settings/exchange.ts";
import { keepForm } from "../state/keep-form.ts";
import type { Session } from "../state/session.ts";
import { useLanguage, useTexts } from "../texts/texts.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { useEscape } from "../ui/use-escape.ts";
import { ViewHead } from "../ui/view-head.tsx";
import { ColumnTable } from "./column-table.tsx";
import { shownLevels, shownScales } from "./form-parts.ts";
import { ScaleTerms } from "./scale-terms.tsx";

const useStyles = makeStyles({
  view: { flex: "1 1 0", minHeight: 0, overflowY: "auto", padding: "12px 16px", display: "flex", flexDirection: "column", gap: "14px", backgroundColor: tokens.colorNeutralBackground2 },
  help: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
  part: { display: "flex", flexDirection: "column", gap: "6px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, overflowWrap: "anywhere" },
  text: { width: "100%", height: "72px", boxSizing: "border-box", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase100 },
});

interface FormViewProps {
  readonly session: Session;
  readonly known: KnownForm;
  /** The places of the columns on the active sheet; empty if it was not read by the form. */
  readonly places: TablePlace["columns"];
  readonly onLeave: () => void;
}

/** A form: its editable terms, its columns by level, and the way to hand it on. */
export function FormView({ session, known, places, onLeave }: FormViewProps) {
  const styles = useStyles();
  const { parts: words, ask } = useTexts();
  const language = useLanguage();
  const view = useRef<HTMLElement>(null);
  useEscape(view, onLeave);
  const { form, from } = known;
  const levels = shownLevels(form, places, language);
  return (
    <section ref={view} className={styles.view} aria-label={words.title}>
      <ViewHead title={words.title} topic="form">
        <Button size="small" onClick={onLeave}>
          {words.leave}
        </Button>
      </ViewHead>
      <p className={styles.help}>{words.from[from](form.name[language])}</p>
      {(from === "inferred" || from === "file") && (
        <div>
          <Button size="small" onClick={() => void keepForm(session, known)}>
            {ask.keep}
          </Button>
        </div>
      )}
      <div className={styles.part}>
        <h4 className={styles.title}>{words.scales}</h4>
        <p className={styles.help}>{words.scalesHelp}</p>
      </div>
      {shownScales(form, levels).map((scale) => (
        <ScaleTerms key={scale.vocabulary} scale={scale} onChange={(change) => session.changeForm(known, change)} />
      ))}
      {levels.map(({ id, name, code, columns }, index) => (
        <div key={id} className={styles.part}>
          <h4 className={styles.title}>{words.level(index + 1, name)}</h4>
          {code !== "" && <p className={styles.help}>{words.code(code)}</p>}
          {columns.length > 0 && <ColumnTable label={words.level(index + 1, name)} columns={columns} />}
        </div>
      ))}
      <div className={styles.part}>
        <h4 className={styles.title}>{words.handOn}</h4>
        <p className={styles.help}>{words.handOnHelp}</p>
        <div className={styles.actions}>
          <HandOn session={session} form={form} />
        </div>
      </div>
    </section>
  );
}

/** The form for others, as a file if the host has files, otherwise to copy. */
function HandOn({ session, form }: { readonly session: Session; readonly form: Form }) {
  const styles = useStyles();
  const words = useTexts().parts;
  const language = useLanguage();
  const text = exportForm(form);
  const field = useRef<HTMLTextAreaElement>(null);
  const { settingsFile } = session.adapter;
  if (settingsFile) {
    return (
      <Button size="small" onClick={() => settingsFile.save(text, form.name[language])}>
        {words.save}
      </Button>
    );
  }
  return (
    <>
      <textarea ref={field} className={styles.text} aria-label={words.text} readOnly value={text} />
      <CopyButton text={text} label={words.copy} field={field} />
    </>
  );
}
