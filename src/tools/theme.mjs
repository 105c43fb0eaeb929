import { webDarkTheme, webLightTheme } from "@fluentui/tokens";

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
const themes = {
  light: { ...webLightTheme, ...brand, ...strokes("#0f6c5c"), ...lightKinds, fontFamilyBase },
  dark: { ...webDarkTheme, ...brand, ...darkCompound, ...strokes("#4fb8a3"), ...darkKinds, fontFamilyBase },
};

/** The product's colour in place of Fluent's blue. */
function strokes(color) {
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

const place = "tenken-theme-rules";

/**
 * Puts the two themes into the scripts as rules of a style sheet, `.tenken-light` and `.tenken-dark`: Fluent's tokens with the
 * product's colours, of 450 tokens those that anything shipped uses.
 */
export class ThemePlugin {
  apply(compiler) {
    new compiler.webpack.DefinePlugin({ "process.env.TENKEN_THEMES": JSON.stringify(place) }).apply(compiler);
    compiler.hooks.thisCompilation.tap(place, (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_PRE_PROCESS;
      compilation.hooks.processAssets.tap({ name: place, stage }, () => {
        const rules = JSON.stringify(rulesOf(tokensIn(compilation))).slice(1, -1);
        for (const { name, source } of compilation.getAssets()) {
          const text = source.source();
          if (typeof text === "string" && text.includes(place)) compilation.updateAsset(name, new compiler.webpack.sources.RawSource(text.replaceAll(place, () => rules)));
        }
      });
    });
  }
}

/** The names that styles use: `var(--name)`, as `token-loader.mjs` and Fluent's own build write them. */
function tokensIn(compilation) {
  const modules = [...compilation.modules].flatMap((module) => module.modules ?? [module]);
  const styled = modules.filter((module) => !/fluentui.tokens/.test(module.nameForCondition() ?? ""));
  return new Set(styled.flatMap((module) => [...String(module.originalSource()?.source() ?? "").matchAll(/var\(--(\w+)/g)].map(([, name]) => name)));
}

function rulesOf(used) {
  const declared = (theme) => Object.entries(theme).filter(([token]) => used.has(token)).map(([token, value]) => `--${token}:${value};`).join("");
  return Object.entries(themes).map(([name, theme]) => `.tenken-${name} {${declared(theme)}}`).join(" ");
}
