import { isDark } from "../../core/model/color.ts";

/** The end of the page's wait for Excel. */
export type Arrival = "excel" | "not-loaded" | "no-host";

/** Loads Office.js and waits for its host. Resolves late, or never where the network drops requests. */
export async function arrival(script: string): Promise<Arrival> {
  if (!(await load(script))) return "not-loaded";
  const { host } = await Office.onReady();
  // Outside of a host it is null, in spite of its type.
  return String(host) === "Excel" ? "excel" : "no-host";
}

/** The language of Excel's menus, such as "ja-JP"; undefined where the host does not tell it, in spite of its type. */
export function displayLanguage(): string | undefined {
  return Office.context.displayLanguage;
}

/** True in Excel's dark themes; undefined where it is unknown, as on the web, or where the question fails. */
export function isDarkTheme(): boolean | undefined {
  try {
    return isDarkIn(Office.context);
  } catch {
    return undefined;
  }
}

/** Desktop Office.js asks Excel for the theme again, and keeps the answer for 5 seconds (office-js 1.1.110). */
const themeKept = 5100;

/**
 * Calls back whenever the theme may have changed. Excel has no event for it (`OfficeThemeChanged` is Outlook's, Mailbox 1.14). The user
 * changes it outside of the pane, so it is read when they return, and once more when Office.js asks again. @returns a function that ends it
 */
export function onThemeChange(listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    listener();
    clearTimeout(timer);
    timer = setTimeout(listener, themeKept);
  };
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  document.documentElement.addEventListener("pointerenter", look);
  scheme.addEventListener("change", look);
  return () => {
    clearTimeout(timer);
    window.removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
    document.documentElement.removeEventListener("pointerenter", look);
    scheme.removeEventListener("change", look);
  };
}

/** Calls back whenever the user comes back to the pane. */
export function onReturn(listener: () => void): void {
  window.addEventListener("focus", listener);
}

/** Opens the pane. Excel moves the focus into it, so only a click on the ribbon or a shortcut may ask for it. */
export async function showPane(): Promise<void> {
  await Office.addin.showAsTaskpane();
}

/** Ties a function to its name in manifest.xml and shortcuts.json. Excel waits only until the work has begun. */
export function associate(name: string, start: () => Promise<void>): void {
  // A shortcut calls it without an event.
  Office.actions.associate(name, (event?: Office.AddinCommands.Event) => {
    void start().finally(() => event?.completed());
  });
}

function load(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.addEventListener("load", () => resolve(true));
    script.addEventListener("error", () => resolve(false));
    script.src = address;
    document.head.append(script);
  });
}

/**
 * Hosts keep the types' promise of a complete theme only partly. Desktop Office.js gives even `isDarkTheme` as a colour, "#000000" for false
 * (1.1.110; OfficeDev/office-js#6912): such a text says nothing.
 */
function isDarkIn({ officeTheme: theme }: { readonly officeTheme?: Partial<Office.OfficeTheme> }): boolean | undefined {
  if (typeof theme?.isDarkTheme === "boolean") return theme.isDarkTheme;
  const [, color] = /^#?([\da-f]{6})/i.exec(theme?.bodyBackgroundColor ?? "") ?? [];
  return color === undefined ? undefined : isDark(`#${color}`);
}
