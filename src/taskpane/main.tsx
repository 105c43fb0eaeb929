import { startTransition, useSyncExternalStore, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { registerCommands } from "./commands/ribbon.ts";
import type { Assumed, EditWaiting } from "../core/model/ports.ts";
import { Refusal } from "../core/model/refusal.ts";
import { sayCount } from "../core/wording/counts.ts";
import { openExcelWorkbook } from "../hosts/excel/excel-workbook.ts";
import type { Language } from "../core/wording/language.ts";
import { LanguageContext, loadTexts } from "../pane/texts/texts.ts";
import { ThemeProvider } from "../pane/ui/theme.tsx";
import { Absence } from "./page/absence.tsx";
import { App } from "./page/app.tsx";
import { openTaskPane } from "./state/open-task-pane.ts";
import { ExcelActiveSheet } from "../hosts/excel/active-sheet.ts";
import { arrival, associate, displayLanguage, isDarkTheme, onReturn, onThemeChange, showPane } from "../hosts/excel/page.ts";
import { languageOf, taskTexts, type AbsenceCause } from "./page/texts.ts";

/** Milliseconds after the page's start until a missing Excel is reported; Excel may still come later. */
const patience = 4500;

const root = createRoot(elementOf("app"));
void start();

async function start(): Promise<void> {
  const late = setTimeout(() => showAbsence("not-loaded"), Math.max(0, patience - performance.now()));
  const arrived = await arrival(elementOf("office").getAttribute("href") ?? "");
  clearTimeout(late);
  if (arrived === "excel") await startPane();
  else showAbsence(arrived);
}

async function startPane(): Promise<void> {
  try {
    const options = { onEditing: (editing: EditWaiting) => taskPane.waitForEdit(editing), onAssumed: (what: Assumed) => taskPane.store.assume(what) };
    const onForgotten = (count: number) => taskPane.store.refuse({ act: "keep", refusal: new Refusal("kept-less", sayCount(count)), again: undefined });
    const taskPane = openTaskPane(await openExcelWorkbook({ ...options, onForgotten }), new ExcelActiveSheet(options), languageOf(displayLanguage()));
    registerCommands(
      { associate, showPane },
      {
        checkActive: () => taskPane.checkActive(),
        toggleMarks: () => taskPane.toggleMarks(),
        summarize: async () => taskPane.session.summarizer.make(taskPane.session.documentSettings.get().settings.language ?? languageOf(displayLanguage())),
      },
    );
    const language = await loadTexts(languageOf(displayLanguage()));
    show(
      <ExcelTheme>
        <App taskPane={taskPane} />
      </ExcelTheme>,
      language,
    );
    await taskPane.start();
    onReturn(() => void taskPane.look());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    showAbsence("too-old");
  }
}

function showAbsence(cause: AbsenceCause): void {
  show(
    <ThemeProvider>
      <Absence cause={cause} />
    </ThemeProvider>,
    languageOf(navigator.language),
  );
}

/** Excel's light or dark theme, or the system's where Excel does not tell. */
function ExcelTheme({ children }: { readonly children: ReactNode }) {
  const isDark = useSyncExternalStore(onThemeChange, isDarkTheme);
  return <ThemeProvider isDark={isDark}>{children}</ThemeProvider>;
}

function show(page: ReactNode, language: Language): void {
  document.documentElement.lang = language;
  document.title = taskTexts[language].title;
  // A transition renders in slices, so that the first picture does not block Excel.
  startTransition(() => root.render(<LanguageContext value={language}>{page}</LanguageContext>));
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
}
