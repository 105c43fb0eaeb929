import { startTransition, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { registerCommands } from "../commands/ribbon.ts";
import { Refusal } from "../core/refusal.ts";
import { openExcelWorkbook } from "../hosts/excel/excel-workbook.ts";
import { LanguageContext } from "../pane/texts.ts";
import { ThemeProvider } from "../pane/theme.tsx";
import { Absence } from "./absence.tsx";
import { App } from "./app.tsx";
import { ExcelDesk } from "./excel-desk.ts";
import { ExcelFront } from "../hosts/excel/front.ts";
import { arrival, associate, displayLanguage, isDarkTheme, showPane } from "../hosts/excel/page.ts";
import { followsEdits } from "./preference.ts";
import { languageOf, taskTexts, type AbsenceCause } from "./texts.ts";

/** Milliseconds after the page's start at which a missing Excel is told; it may still come later. */
const patience = 4500;

const root = createRoot(elementOf("app"));
void start();

async function start(): Promise<void> {
  const late = setTimeout(() => showAbsence("not-loaded"), Math.max(0, patience - performance.now()));
  const arrived = await arrival(elementOf("office").getAttribute("href") ?? "");
  clearTimeout(late);
  if (arrived === "excel") await startDesk();
  else showAbsence(arrived);
}

async function startDesk(): Promise<void> {
  try {
    const options = { onEditing: (editing: boolean) => desk.waitForEdit(editing) };
    const desk = new ExcelDesk(await openExcelWorkbook(options), new ExcelFront(options), followsEdits());
    registerCommands(
      { associate, showPane },
      {
        checkFront: () => desk.checkFront(),
        toggleMarks: () => desk.toggleMarks(),
        summarize: async () => desk.session.summarizer?.make(languageOf(displayLanguage())),
      },
    );
    show(<App desk={desk} />, displayLanguage(), isDarkTheme());
    await desk.start();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    showAbsence("too-old");
  }
}

function showAbsence(cause: AbsenceCause): void {
  show(<Absence cause={cause} />, navigator.language);
}

function show(page: ReactNode, locale: string, isDark?: boolean): void {
  const language = languageOf(locale);
  document.documentElement.lang = language;
  document.title = taskTexts[language].title;
  // A transition is drawn in slices: the first picture must not hold Excel up.
  startTransition(() =>
    root.render(
      <LanguageContext value={language}>
        <ThemeProvider isDark={isDark}>{page}</ThemeProvider>
      </LanguageContext>,
    ),
  );
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
}
