const { join } = require("node:path");

/** The path of a sheet through src/core: a folder or file imports only what stands above it. */
const stages = [
  ["grid"],
  ["finding.ts", "changes.ts", "sheet-plan.ts", "sheet-signs.ts", "refusal.ts", "lock.ts"],
  ["wording"],
  ["form"],
  ["table"],
  ["tree"],
  ["learn"],
  ["rules"],
  ["review"],
  ["fixes"],
  ["summary"],
  ["harden"],
  ["outline"],
  ["progress"],
  ["acceptance"],
  ["settings"],
  ["send-back"],
  ["workbook.ts"],
  ["pace.ts"],
  ["inspect.ts"],
  ["report.ts"],
];

const pathOf = (names) =>
  `^src/core/(${names.map((name) => (name.endsWith(".ts") ? `${name.replace(".", "\\.")}$` : `${name}/`)).join("|")})`;

const order = stages.slice(0, -1).map((stage, index) => ({
  name: `core-order-${stage[0].replace(".ts", "")}`,
  comment:
    "A sheet's way through the core reads from the top down: grid, finding, wording, form, table, tree, learn, rules, review, fixes, " +
    "summary, harden, outline, progress, acceptance, settings, send-back, workbook, inspect, report. What imports a later stage can no " +
    "longer be read or tested without it. (Types of a form are free.)",
  severity: "error",
  from: { path: pathOf(stage) },
  to: { path: pathOf(stages.slice(index + 1).flat()), pathNot: "^src/core/form/" },
}));

const form = {
  name: "core-order-form-types",
  comment: "What stands above the form in the core's order may know the types of a form, never its code: it would depend on the words of a city.",
  severity: "error",
  from: { path: pathOf(["grid", "finding.ts", "changes.ts", "refusal.ts", "wording"]) },
  to: { path: "^src/core/form/", dependencyTypesNot: ["type-only"] },
};

module.exports = {
  forbidden: [
    ...order,
    form,
    {
      name: "core-stages-only",
      comment: "A file of the core belongs to a stage; one beside them would escape the order. Name a new stage in .dependency-cruiser.cjs.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^src/core/", pathNot: pathOf(stages.flat()) },
    },
    {
      name: "core-is-pure",
      comment: "The core runs in Excel, in a page and in a terminal alike: it imports itself, zod and an edit distance, and nothing of a host.",
      severity: "error",
      from: { path: "^src/core/" },
      to: { pathNot: ["^src/core/", "^node_modules/(zod|fastest-levenshtein)/"] },
    },
    {
      name: "pane-knows-the-port",
      comment: "The pane is the same in Excel and in the workbench because it knows only the core and its port, never a host or an entry.",
      severity: "error",
      from: { path: "^src/pane/" },
      to: { path: "^src/", pathNot: ["^src/pane/", "^src/core/", "^src/help/topics\\.ts$"] },
    },
    {
      name: "host-knows-the-core",
      comment: "A host carries out the port and knows nothing of another host, of the pane or of an entry: hosts can be exchanged.",
      severity: "error",
      from: { path: "^src/hosts/([^/]+)/" },
      to: { path: "^src/", pathNot: ["^src/hosts/$1/", "^src/core/"] },
    },
    {
      name: "office-in-its-host",
      comment: "Only src/hosts/excel may know Office; elsewhere the product must run without it.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/hosts/excel/" },
      to: { path: "office-js" },
    },
    {
      name: "tests-stay-outside",
      comment: "What ships must not lean on what tests it.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^tests/" },
    },
    {
      name: "ships-without-tools",
      comment: "What ships imports only packages listed as dependencies; a tool of ours is not checked for that.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/tools/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-cycle",
      comment: "Files that import each other can only be understood together: move what they share into a file of its own.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "The import leads nowhere. (office-js is a package of types alone.)",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^office-js$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, "tsconfig.json") },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"], conditionNames: ["import", "node", "default"], exportsFields: ["exports"] },
  },
};
