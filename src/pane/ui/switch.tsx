import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  switch: { display: "inline-flex", alignItems: "center", gap: "12px", padding: "8px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, cursor: "pointer" },
  track: {
    appearance: "none",
    boxSizing: "border-box",
    flex: "none",
    width: "40px",
    height: "20px",
    margin: 0,
    padding: "2px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorNeutralStrokeAccessible,
    cursor: "pointer",
    // Of borders alone, which stay where the system decides the colours.
    "::before": { content: '""', display: "block", width: 0, border: "7px solid", borderRadius: tokens.borderRadiusCircular },
    ":checked": { backgroundColor: tokens.colorCompoundBrandBackground, border: `1px solid ${tokens.colorCompoundBrandBackground}`, color: tokens.colorNeutralForegroundInverted },
    ":checked::before": { marginLeft: "20px" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
    "@media (forced-colors: active)": { color: "CanvasText", border: "1px solid CanvasText", ":checked": { forcedColorAdjust: "none", backgroundColor: "Highlight", border: "1px solid Highlight", color: "Canvas" } },
  },
});

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly className?: string;
}

/** Something that is on or off at once. */
export function Switch({ label, isOn, onSwitch, className }: SwitchProps) {
  const styles = useStyles();
  return (
    <label className={mergeClasses(styles.switch, className)}>
      <input type="checkbox" role="switch" className={styles.track} aria-checked={isOn} checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
      {label}
    </label>
  );
}
