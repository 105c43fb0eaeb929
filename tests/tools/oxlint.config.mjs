import { fileURLToPath } from "node:url";

/*
 * The rules of the lint, each by its name: typescript-eslint's strict set, jsx-a11y's strict set, React's recommended set,
 * and our own bans. oxlint reads the types with TypeScript's native compiler, so that a run takes seconds.
 */

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
const code = ["**/src/**/*.{ts,tsx}", "**/tests/**/*.{ts,tsx}"];
const withReact = ["**/src/**/*.tsx", "**/src/**/use-*.ts", "**/src/pane/{state/store,texts/texts,fixes/fix-offers}.ts"];

const onlyInReactFiles = "Components stand in .tsx files and hooks in use-*.ts: React's rules are checked there, and in what tests/tools/oxlint.config.mjs names beside them.";
const network = "The product has no network: sheets never leave the machine.";
const officeGlobals = "Only src/hosts/excel may know Excel; everything else knows the port in src/core/model/ports.ts.";

// What people read; a number in a sentence goes through sayCount, a row or a level through String.
const texts = ["**/src/{pane/texts,workbench/state,taskpane/page}/{words*,texts,say}.ts", "**/src/cli/texts.ts", "**/src/core/{reply,summary}/texts.ts", "**/src/core/settings/brought.ts", "**/src/core/wording/{beside,cards,phrase,verdict}.ts"];

const networkGlobals = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"];
const globals = (names, message) => names.map((name) => ({ name, message }));

const language = {
  "no-array-constructor": "error",
  "no-eval": "error",
  "no-new-func": "error",
  "no-unused-expressions": "error",
  // Names that begin with _ are not exempt.
  "no-unused-vars": ["error", { varsIgnorePattern: "^$", argsIgnorePattern: "^$", caughtErrorsIgnorePattern: "^$" }],
  "no-useless-constructor": "error",
  "no-var": "error",
  "prefer-const": "error",
  "prefer-rest-params": "error",
  "prefer-spread": "error",
};

const types = {
  ...errors("typescript", [
    "await-thenable",
    "no-array-delete",
    "no-base-to-string",
    "no-deprecated",
    "no-duplicate-enum-values",
    "no-duplicate-type-constituents",
    "no-dynamic-delete",
    "no-empty-object-type",
    "no-explicit-any",
    "no-extra-non-null-assertion",
    "no-extraneous-class",
    "no-floating-promises",
    "no-for-in-array",
    "no-generated-empty-object-type",
    "no-implied-eval",
    "no-invalid-void-type",
    "no-meaningless-void-operator",
    "no-misused-new",
    "no-misused-promises",
    "no-mixed-enums",
    "no-namespace",
    "no-non-null-asserted-nullish-coalescing",
    "no-non-null-asserted-optional-chain",
    "no-non-null-assertion",
    "no-redundant-type-constituents",
    "no-require-imports",
    "no-this-alias",
    "no-unnecessary-boolean-literal-compare",
    "no-unnecessary-condition",
    "no-unnecessary-template-expression",
    "no-unnecessary-type-arguments",
    "no-unnecessary-type-assertion",
    "no-unnecessary-type-constraint",
    "no-unnecessary-type-conversion",
    "no-unnecessary-type-parameters",
    "no-unsafe-argument",
    "no-unsafe-assignment",
    "no-unsafe-call",
    "no-unsafe-declaration-merging",
    "no-unsafe-enum-assignment",
    "no-unsafe-enum-comparison",
    "no-unsafe-function-type",
    "no-unsafe-member-access",
    "no-unsafe-return",
    "no-unsafe-unary-minus",
    "no-useless-default-assignment",
    "no-wrapper-object-types",
    "only-throw-error",
    "prefer-as-const",
    "prefer-literal-enum-member",
    "prefer-namespace-keyword",
    "prefer-promise-reject-errors",
    "prefer-reduce-type-parameter",
    "prefer-return-this-type",
    "related-getter-setter-pairs",
    "triple-slash-reference",
    "unbound-method",
    "unified-signatures",
    "use-unknown-in-catch-callback-variable",
  ]),
  "typescript/ban-ts-comment": ["error", { minimumDescriptionLength: 10 }],
  "typescript/consistent-type-assertions": ["error", { assertionStyle: "never" }],
  "typescript/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  // Spreading a text into code points is intended.
  "typescript/no-misused-spread": ["error", { allow: ["string"] }],
  "typescript/restrict-plus-operands": ["error", { allowAny: false, allowBoolean: false, allowNullish: false, allowNumberAndString: false, allowRegExp: false }],
  "typescript/restrict-template-expressions": ["error", { allowNumber: true }],
  // When a kind is added to a union, every switch that does not know it is reported.
  "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
  "typescript/return-await": ["error", "error-handling-correctness-only"],
};

const accessibility = errors("jsx-a11y", [
  "alt-text",
  "anchor-has-content",
  "anchor-is-valid",
  "aria-activedescendant-has-tabindex",
  "aria-props",
  "aria-proptypes",
  "aria-role",
  "aria-unsupported-elements",
  "autocomplete-valid",
  "click-events-have-key-events",
  "heading-has-content",
  "html-has-lang",
  "iframe-has-title",
  "img-redundant-alt",
  "interactive-supports-focus",
  "label-has-associated-control",
  "media-has-caption",
  "mouse-events-have-key-events",
  "no-access-key",
  "no-autofocus",
  "no-distracting-elements",
  "no-interactive-element-to-noninteractive-role",
  "no-noninteractive-element-interactions",
  "no-noninteractive-element-to-interactive-role",
  "no-noninteractive-tabindex",
  "no-redundant-roles",
  "no-static-element-interactions",
  "role-has-required-aria-props",
  "role-supports-aria-props",
  "scope",
  "tabindex-no-positive",
]);

const react = errors("react", [
  "rules-of-hooks",
  "exhaustive-deps",
  "static-components",
  "use-memo",
  "preserve-manual-memoization",
  "incompatible-library",
  "immutability",
  "globals",
  "refs",
  "set-state-in-effect",
  "error-boundaries",
  "purity",
  "set-state-in-render",
  "unsupported-syntax",
]);

export default {
  plugins: ["typescript", "react", "jsx-a11y"],
  jsPlugins: [{ name: "bans", specifier: beside("lint-bans.mjs") }, "eslint-plugin-regexp"],
  categories: { correctness: "off" },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  overrides: [
    { files: code, rules: { ...language, ...types, ...accessibility, "bans/markup-from-text": "error" } },
    // React's own rules apply where React is used, and it may only be used there.
    { files: withReact, rules: react },
    { files: code, excludeFiles: withReact, rules: { "typescript/no-restricted-imports": ["error", { paths: [{ name: "react", message: onlyInReactFiles, allowTypeImports: true }] }] } },
    {
      files: ["**/src/**/*.{ts,tsx}"],
      rules: {
        "max-lines": ["error", 250],
        "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
        "no-console": "error",
        "bans/office-types": "error",
        "bans/spread-into-call": "error",
        // A cell holds up to 32,767 characters and a part of a file more, so no pattern may take more than linear time.
        "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
        "regexp/no-super-linear-move": ["error", { report: "potential", ignoreSticky: true }],
        "no-restricted-globals": ["error", ...globals(networkGlobals, network), ...globals(["Excel", "Office", "OfficeExtension"], officeGlobals)],
      },
    },
    { files: ["**/src/hosts/excel/**/*.ts"], rules: { "bans/office-types": "off", "no-restricted-globals": ["error", ...globals(networkGlobals, network)] } },
    { files: ["**/src/cli/**/*.ts"], rules: { "no-console": "off" } },
    { files: texts, rules: { "typescript/restrict-template-expressions": ["error", { allowNumber: false }] } },
  ],
};

function errors(plugin, names) {
  return Object.fromEntries(names.map((name) => [`${plugin}/${name}`, "error"]));
}
