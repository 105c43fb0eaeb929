import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useMedia } from "./use-media.ts";

/** The values of the tokens in the light and the dark theme: the build (`src/tools/theme.mjs`) puts the rules in this place. */
const rules = process.env["TENKEN_THEMES"] ?? "";

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
    <div className={mergeClasses(styles.page, (hostIsDark ?? systemIsDark) ? "tenken-dark" : "tenken-light")}>
      <style>{rules}</style>
      {children}
    </div>
  );
}

/** True while the system prefers dark pages. */
export function useIsDark(): boolean {
  return useMedia("(prefers-color-scheme: dark)");
}
