import { makeStyles, mergeClasses, tokens, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useMedia } from "./use-media.ts";

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
/** One colour for each kind. They differ for people with red-green blindness too, and have a contrast of 4.5:1 on the theme's background. */
const lightKinds = { kindError: "#b10e1c", kindWarning: "#8a5300", kindInfo: "#0f548c", kindRequired: "#7b1fa2", kindAttention: "#00646b" };
const darkKinds = { kindError: "#ff99a4", kindWarning: "#ffc766", kindInfo: "#8ec9ff", kindRequired: "#e3a6f5", kindAttention: "#74d8de" };
/** Ticks and switches on it are dark in the dark theme. */
const darkCompound = { colorCompoundBrandBackground: "#4fb8a3", colorCompoundBrandBackgroundHover: "#68c5b2", colorCompoundBrandBackgroundPressed: "#3aa58f" };
const light: Theme & typeof lightKinds = { ...webLightTheme, ...brand, ...strokes("#0f6c5c"), ...lightKinds, fontFamilyBase };
const dark: Theme & typeof darkKinds = { ...webDarkTheme, ...brand, ...darkCompound, ...strokes("#4fb8a3"), ...darkKinds, fontFamilyBase };

/** The product's colour in place of Fluent's blue. */
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

/** Properties of the page by which the tokens of styles get their values. */
const rules = `.${className("light")} {${declared(light)}} .${className("dark")} {${declared(dark)}}`;

function declared(theme: object): string {
  return Object.entries(theme).map(([token, value]) => `--${token}:${String(value)};`).join("");
}

function className(name: "light" | "dark"): string {
  return `tenken-${name}`;
}

const useStyles = makeStyles({
  page: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
  },
});

interface ThemeProviderProps {
  /** The host's theme, if it has its own; otherwise the system's is used. */
  readonly isDark?: boolean | undefined;
  readonly children: ReactNode;
}

/** Fluent in the light or dark theme of the host or system. High contrast comes from the browser's forced colours. */
export function ThemeProvider({ isDark: hostIsDark, children }: ThemeProviderProps) {
  const styles = useStyles();
  const systemIsDark = useIsDark();
  return (
    <div className={mergeClasses(styles.page, className((hostIsDark ?? systemIsDark) ? "dark" : "light"))}>
      <style>{rules}</style>
      {children}
    </div>
  );
}

/** True while the system prefers dark pages. */
export function useIsDark(): boolean {
  return useMedia("(prefers-color-scheme: dark)");
}
