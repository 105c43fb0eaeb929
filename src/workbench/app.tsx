import { useEffect, useRef, useState } from "react";
import type { Language } from "../core/wording/language.ts";
import { Pane } from "../pane/pane.tsx";
import { useStore } from "../pane/store.ts";
import { LanguageContext } from "../pane/texts.ts";
import { ThemeProvider } from "../pane/theme.tsx";
import { frontFile, type Bench } from "./bench.ts";
import { DropZone } from "./drop-zone.tsx";
import { SheetArea } from "./sheet-area.tsx";
import { benchTexts } from "./texts.ts";
import { TitleBar } from "./title-bar.tsx";

/** The whole page: files above, the sheet left, the pane right. */
export function App({ bench }: { readonly bench: Bench }) {
  const [language, setLanguage] = useState(preferredLanguage);
  const state = useStore(bench);
  const file = frontFile(state);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = file ? `${file.name} – ${benchTexts[language].title}` : benchTexts[language].title;
  }, [language, file]);
  const page = useRef<HTMLDivElement>(null);
  return (
    <LanguageContext value={language}>
      <ThemeProvider>
        <div className="workbench" ref={page}>
          <TitleBar bench={bench} files={state.files} front={state.front} language={language} onLanguage={setLanguage} />
          <main>
            <div className="panel" id="panel" {...(file && { role: "tabpanel", "aria-labelledby": `file-${file.id}` })}>
              <SheetArea bench={bench} state={state} />
              <div className="pane-area">
                <Pane session={bench.session} />
              </div>
            </div>
          </main>
          <DropZone page={page} onFiles={(files) => void bench.open(files)} />
        </div>
      </ThemeProvider>
    </LanguageContext>
  );
}

/** Japanese unless the browser speaks English. */
function preferredLanguage(): Language {
  return navigator.language.startsWith("en") ? "en" : "ja";
}
