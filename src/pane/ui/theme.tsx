import { FluentProvider, makeStaticStyles, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore, type ReactNode } from "react";

const fontFamilyBase = '"Yu Gothic UI", "Meiryo", "Hiragino Sans", "Noto Sans CJK JP", "Segoe UI", sans-serif';
const brand = {
  colorBrandBackground: "#0f6c5c",
  colorBrandBackgroundHover: "#0c5a4d",
  colorBrandBackgroundPressed: "#094237",
  colorBrandBackgroundSelected: "#0c5a4d",
  colorCompoundBrandBackground: "#0f6c5c",
  colorCompoundBrandBackgroundHover: "#0c5a4d",
  colorCompoundBrandBackgroundPressed: "#094237",
};
/** Of one kind each; they differ for those too who do not see red and green, and have 4.5:1 on the theme's ground. */
const lightKinds = { kindError: "#b10e1c", kindWarning: "#8a5300", kindInfo: "#0f548c", kindRequired: "#7b1fa2", kindAttention: "#00646b" };
const darkKinds = { kindError: "#ff99a4", kindWarning: "#ffc766", kindInfo: "#8ec9ff", kindRequired: "#e3a6f5", kindAttention: "#74d8de" };
/** Ticks and switches are dark on it in the dark theme. */
const darkCompound = { colorCompoundBrandBackground: "#4fb8a3", colorCompoundBrandBackgroundHover: "#68c5b2", colorCompoundBrandBackgroundPressed: "#3aa58f" };
const light: Theme & typeof lightKinds = { ...webLightTheme, ...brand, ...strokes("#0f6c5c"), ...lightKinds, fontFamilyBase };
const dark: Theme & typeof darkKinds = { ...webDarkTheme, ...brand, ...darkCompound, ...strokes("#4fb8a3"), ...darkKinds, fontFamilyBase };

/** The product's colour where Fluent has its blue. */
function strokes(color: string): Partial<Theme> {
  return {
    colorCompoundBrandForeground1: color,
    colorCompoundBrandForeground1Hover: color,
    colorCompoundBrandForeground1Pressed: color,
    colorCompoundBrandStroke: color,
    colorCompoundBrandStrokeHover: color,
    colorCompoundBrandStrokePressed: color,
    colorBrandForeground1: color,
    colorBrandStroke1: color,
    colorNeutralForeground2BrandHover: color,
    colorNeutralForeground2BrandPressed: color,
    colorNeutralForeground2BrandSelected: color,
  };
}

/**
 * Fluent marks the focus once it has seen a key: whoever comes from the sheet by keyboard has pressed it there.
 * Its mark of a Select is a picture, which is not drawn where colours are forced.
 */
const useFocusMarks = makeStaticStyles([
  ":is(.fui-Button, .fui-Link):focus-visible:not([data-fui-focus-visible]), .fui-Switch:has(:focus-visible:not([data-fui-focus-visible])) { outline: 2px solid; outline-offset: -2px; }",
  "@media (forced-colors: active) { .fui-Select:focus-within { outline: 2px solid Highlight; } }",
]);

interface ThemeProviderProps {
  /** Where the host has a theme of its own; the system's is taken otherwise. */
  readonly isDark?: boolean | undefined;
  readonly children: ReactNode;
}

/** Fluent in the host's or the system's light or dark theme. High contrast comes from the browser's forced colours. */
export function ThemeProvider({ isDark: hostIsDark, children }: ThemeProviderProps) {
  useFocusMarks();
  const systemIsDark = useIsDark();
  return <FluentProvider theme={(hostIsDark ?? systemIsDark) ? dark : light}>{children}</FluentProvider>;
}

/** True while the system asks for a dark page. */
export function useIsDark(): boolean {
  return useSyncExternalStore(followScheme, isDark);
}

const scheme = "(prefers-color-scheme: dark)";

function isDark(): boolean {
  return window.matchMedia(scheme).matches;
}

function followScheme(listener: () => void): () => void {
  const query = window.matchMedia(scheme);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
