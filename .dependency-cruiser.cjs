const { join } = require("node:path");

/** The rooms of each house from the top down: a room imports only what stands above it. What stands in no room comes last. */
const houses = {
  "src/core": ["model", "wording", "form", "table", "tree", "infer", "rules", "review", "fixes", "summary", "input-rules", "outline", "progress", "acceptance", "settings", "reply", "received", "cards", "inspect-known.ts", "inspect-edits.ts", "inspect.ts", "inspect-sheet.ts", "report.ts"],
  "src/hosts/file": ["zip", "xml", "read", "looks", "text", "parts", "apply"],
  "src/hosts/excel": ["exchange", "kept", "read", "events", "own-sheets", "apply"],
  "src/pane": ["state", "texts", "ui", "frame", "form", "fixes", "review", "outline", "summary", "findings", "settings", "received"],
  "src/workbench": ["worker", "chart", "state", "grid", "page"],
  "src/taskpane": ["state", "page", "commands"],
};

/** Packages that are built into what ships. All stand under devDependencies: whoever installs our package needs none of them. */
const shipped = ["@fluentui/react-components", "@fluentui/react-icons", "@tanstack/react-virtual", "fastest-levenshtein", "fflate", "numfmt", "react", "react-dom", "zod"];

const pathOf = (house, names) => `^${house}/(${names.map((name) => (name.endsWith(".ts") ? `${name.replace(".", "\\.")}$` : `${name}/`)).join("|")})`;
const besideRooms = (house) => `^${house}/[^/]+$`;

const order = Object.entries(houses).flatMap(([house, rooms]) =>
  rooms.map((room, index) => ({
    name: `${house.slice(4).replaceAll("/", "-")}-order-${room.replace(".ts", "")}`,
    comment:
      `Within ${house} what is needed comes first: ${rooms.join(", ")}, then what stands beside these rooms. A room that imports a later one ` +
      "can no longer be read or tested without it. (Types of a form are free in the core.)",
    severity: "error",
    from: { path: pathOf(house, [room]) },
    to: {
      path: [...(index + 1 < rooms.length ? [pathOf(house, rooms.slice(index + 1))] : []), besideRooms(house)],
      pathNot: [pathOf(house, rooms.slice(0, index + 1)), ...(house === "src/core" ? ["^src/core/form/"] : [])],
    },
  })),
);

const form = {
  name: "core-order-form-types",
  comment: "What stands above the form in the core's order may know the types of a form, never its code: it would depend on the words of a city.",
  severity: "error",
  from: { path: pathOf("src/core", ["model", "wording"]) },
  to: { path: "^src/core/form/", dependencyTypesNot: ["type-only"] },
};

module.exports = {
  forbidden: [
    ...order,
    form,
    {
      name: "core-rooms-only",
      comment: "A file of the core belongs to a room; one beside them would escape the order. Name a new room in .dependency-cruiser.cjs.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^src/core/", pathNot: pathOf("src/core", houses["src/core"]) },
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
      name: "host-by-its-entries",
      comment: "Whoever uses a host goes in by a file beside its rooms: the rooms may then be moved without asking anybody.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/hosts/" },
      to: { path: "^src/hosts/[^/]+/[^/]+/" },
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
      comment: "What ships imports only the packages that .dependency-cruiser.cjs names; a tool of ours is not checked for that.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/tools/" },
      to: { path: "node_modules/", pathNot: `node_modules/(${shipped.join("|")})/`, dependencyTypesNot: ["type-only"] },
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
