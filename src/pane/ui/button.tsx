import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps, MouseEvent, ReactNode } from "react";

/** The system's own colours, by which a button is told from words and from what lies under the pointer. */
const forced = "@media (forced-colors: active)";

const useStyles = makeStyles({
  button: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    gap: "6px",
    boxSizing: "border-box",
    minWidth: "96px",
    margin: 0,
    padding: "5px 12px",
    overflow: "hidden",
    border: "1px solid var(--line)",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "var(--face)",
    color: "var(--ink)",
    font: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    cursor: "pointer",
    ":hover": { backgroundColor: "var(--face-hover)", color: "var(--ink-hover)" },
    ":active": { backgroundColor: "var(--face-pressed)" },
    ":focus-visible": { outline: "2px solid", outlineOffset: "-2px" },
    [forced]: { "--face-hover": "HighlightText", "--face-pressed": "HighlightText", "--ink-hover": "Highlight" },
  },
  secondary: {
    "--line": tokens.colorNeutralStroke1,
    "--face": tokens.colorNeutralBackground1,
    "--face-hover": tokens.colorNeutralBackground1Hover,
    "--face-pressed": tokens.colorNeutralBackground1Pressed,
    "--ink": tokens.colorNeutralForeground1,
    "--ink-hover": tokens.colorNeutralForeground1,
  },
  primary: {
    "--line": "transparent",
    "--face": tokens.colorBrandBackground,
    "--face-hover": tokens.colorBrandBackgroundHover,
    "--face-pressed": tokens.colorBrandBackgroundPressed,
    "--ink": tokens.colorNeutralForegroundOnBrand,
    "--ink-hover": tokens.colorNeutralForegroundOnBrand,
    [forced]: { "--line": "HighlightText", "--face": "Highlight", "--ink": "HighlightText", forcedColorAdjust: "none" },
  },
  subtle: {
    "--line": "transparent",
    "--face": tokens.colorSubtleBackground,
    "--face-hover": tokens.colorSubtleBackgroundHover,
    "--face-pressed": tokens.colorSubtleBackgroundPressed,
    "--ink": tokens.colorNeutralForeground2,
    "--ink-hover": tokens.colorNeutralForeground2Hover,
  },
  transparent: {
    "--line": "transparent",
    "--face": "transparent",
    "--face-hover": "transparent",
    "--face-pressed": "transparent",
    "--ink": tokens.colorNeutralForeground2,
    "--ink-hover": tokens.colorNeutralForeground2BrandHover,
  },
  small: { minWidth: "64px", padding: "3px 8px", gap: "4px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightRegular },
  withIcon: { paddingTop: "1px", paddingBottom: "1px" },
  circular: { borderRadius: tokens.borderRadiusCircular },
  square: { minWidth: "32px", maxWidth: "32px", padding: "5px" },
  smallSquare: { minWidth: "24px", maxWidth: "24px", padding: "1px" },
  icon: { display: "inline-flex", alignItems: "center", justifyContent: "center", flex: "none", width: "20px", height: "20px", fontSize: "20px" },
  disabled: {
    "--ink": tokens.colorNeutralForegroundDisabled,
    "--ink-hover": tokens.colorNeutralForegroundDisabled,
    cursor: "not-allowed",
    [forced]: { "--line": "GrayText", "--face": "ButtonFace", "--face-hover": "ButtonFace", "--face-pressed": "ButtonFace", "--ink": "GrayText", "--ink-hover": "GrayText" },
  },
  disabledSecondary: { "--line": tokens.colorNeutralStrokeDisabled },
  disabledFace: { "--face": tokens.colorNeutralBackgroundDisabled, "--face-hover": tokens.colorNeutralBackgroundDisabled, "--face-pressed": tokens.colorNeutralBackgroundDisabled },
  disabledBare: { "--face-hover": "transparent", "--face-pressed": "transparent" },
});

interface ButtonProps extends ComponentProps<"button"> {
  readonly appearance?: "secondary" | "primary" | "subtle" | "transparent";
  readonly size?: "small" | "medium";
  readonly shape?: "circular";
  readonly icon?: ReactNode;
  /** True where it does nothing now, but keeps the focus. */
  readonly disabledFocusable?: boolean;
}

/** A button as Office shows it: framed, filled for what is to be done first, or bare; with words, an icon, or both. */
export function Button({ appearance = "secondary", size = "medium", shape, icon, disabledFocusable = false, className, children, onClick, ...others }: ButtonProps) {
  const styles = useStyles();
  const isSmall = size === "small";
  const isBare = icon !== undefined && children === undefined;
  const isOff = disabledFocusable || others.disabled === true;
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (disabledFocusable) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...others}
      {...(disabledFocusable && { "aria-disabled": true })}
      onClick={click}
      className={mergeClasses(
        styles.button,
        styles[appearance],
        isSmall && styles.small,
        isSmall && icon !== undefined && styles.withIcon,
        isBare && (isSmall ? styles.smallSquare : styles.square),
        shape && styles[shape],
        isOff && styles.disabled,
        isOff && appearance === "secondary" && styles.disabledSecondary,
        isOff && (appearance === "secondary" || appearance === "primary" ? styles.disabledFace : styles.disabledBare),
        className,
      )}
    >
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      {children}
    </button>
  );
}
