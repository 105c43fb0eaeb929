import { fileName } from "../../core/wording/file-name.ts";
import type { SettingsFile } from "../../pane/state/host-adapter.ts";
import { download } from "./download.ts";

/** No file with settings is larger. */
const mostBytes = 1_000_000;

/** Settings or a form as a file that the browser saves and opens. */
export const settingsFile: SettingsFile = {
  save: (text, name) => download(new TextEncoder().encode(text), `${fileName(name, "tenken", new Set())}.json`),
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
