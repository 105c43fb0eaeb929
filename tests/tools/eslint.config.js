import { fileURLToPath } from "node:url";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import * as regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

const root = fileURLToPath(new URL("../..", import.meta.url));
const code = ["src/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}"];
const withReact = ["src/**/*.tsx", "src/**/use-*.ts", "src/pane/{state/store,texts/texts,fixes/fix-offers}.ts"];

const onlyInReactFiles = "Components stand in .tsx files and hooks in use-*.ts: React's rules are checked there, and in what tests/tools/eslint.config.js names beside them.";
const markupFromText = "A sheet's text must never be read as markup: set textContent, or let React write it.";
const network = "The product has no network: sheets never leave the machine.";
const officeGlobals = "Only src/hosts/excel may know Excel; everything else knows the port in src/core/model/ports.ts.";

const markup = [
  ...["innerHTML", "outerHTML"].map((name) => `MemberExpression[property.name='${name}']`),
  "CallExpression[callee.property.name='insertAdjacentHTML']",
  "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  "Property[key.name='dangerouslySetInnerHTML']",
].map((selector) => ({ selector, message: markupFromText }));

const networkGlobals = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"];
const officeTypes = { selector: "TSQualifiedName[left.name=/^(Excel|Office|OfficeExtension)$/]", message: officeGlobals };

const globals = (names, message) => names.map((name) => ({ name, message }));

export default tseslint.config(
  { ignores: ["dist/", ".cache/", "coverage/"], linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: code,
    extends: [tseslint.configs.strictTypeChecked, jsxA11y.flatConfigs.strict],
    plugins: { regexp },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A text is spread into code points on purpose.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // A port's function is asynchronous whether or not this host has to wait.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-eval": "error",
      "no-new-func": "error",
      "no-restricted-syntax": ["error", ...markup],
    },
  },
  // React's own rules compile each file: only where there is React, and there alone it may be used.
  { files: withReact, plugins: { "react-hooks": reactHooks }, rules: reactHooks.configs.recommended.rules },
  { files: code, ignores: withReact, rules: { "@typescript-eslint/no-restricted-imports": ["error", { paths: [{ name: "react", message: onlyInReactFiles, allowTypeImports: true }] }] } },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "max-lines": ["error", 250],
      "no-console": "error",
      "no-restricted-syntax": ["error", ...markup, officeTypes],
      // A cell holds 32,767 characters, a part of a file more: no pattern's work may grow faster than its text.
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignoreSticky: true }],
      "no-restricted-globals": [
        "error",
        ...globals(networkGlobals, network),
        ...globals(["Excel", "Office", "OfficeExtension"], officeGlobals),
      ],
    },
  },
  {
    files: ["src/hosts/excel/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...markup],
      "no-restricted-globals": ["error", ...globals(networkGlobals, network)],
    },
  },
  { files: ["src/cli/**/*.ts"], rules: { "no-console": "off" } },
);
