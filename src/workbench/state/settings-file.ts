import type { SettingsFile } from "../../pane/state/host-adapter.ts";
import { download } from "./download.ts";

const names = { settings: "点検の設定.json", form: "様式.json" } as const;
/** No file with settings is larger. */
const mostBytes = 1_000_000;

/** Settings or a form as a file that the browser saves and opens. */
export const settingsFile: SettingsFile = {
  save: (text, what) => download(new TextEncoder().encode(text), names[what]),
  open: () =>
    new Promise((resolve) => {
      const input = document.createElement("input");
      input.type = "file";
      input.accept = ".json,application/json";
      input.addEventListener("change", () => resolve(input.files?.[0]?.slice(0, mostBytes).text()), { once: true });
      input.addEventListener("cancel", () => resolve(undefined), { once: true });
      input.click();
    }),
};
