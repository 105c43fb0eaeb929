/** Address of the pages during development, as in the repository's manifest. */
const placeholder = "https://localhost:3000";
const microsoft = "https://appsforoffice.microsoft.com";
const officeFiles = "{office,o15apptofilemappingtable,excel-*-16.*}.js";

/**
 * The flags of a build: `--env host=https://…` is the address of the files, `--env office=npm` takes Office.js
 * from npm instead of from Microsoft.
 */
export function taskpaneOptions({ host = placeholder, office = "microsoft" } = {}) {
  const address = String(host).replace(/(?<!\/)\/+$/, "");
  if (!/^https:\/\/[^\s?#"'<>&]+$/.test(address)) throw new Error(`--env host=${host}: an address that begins with https:// is needed`);
  if (office !== "microsoft" && office !== "npm") throw new Error(`--env office=${office}: npm, or nothing for Microsoft's address`);
  return { host: address, own: office === "npm" };
}

/** Tells the page where Office.js is, and from which further hosts scripts may come. */
export function pageParameters({ own }) {
  return own ? { office: "office/office.js", policy: "" } : { office: `${microsoft}/lib/1/hosted/office.js`, policy: ` ${microsoft}` };
}

/** Such a script is the same in every encoding. */
const inAscii = (content) => content.toString().replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The files beside the page. */
export function filesBeside({ host, own }, root) {
  const withHost = (content) => content.toString().replaceAll(placeholder, host);
  const dist = `${root}node_modules/@microsoft/office-js/dist`;
  return [
    { from: `${root}manifest.xml`, transform: { transformer: withHost } },
    // It must stay in the language it is written in, for web views that know no newer script.
    { from: `${root}src/taskpane/start.js`, info: { minimized: true }, transform: { transformer: inAscii } },
    { from: "*.json", context: `${root}src/taskpane/commands` },
    { from: "*.png", context: `${root}assets/icons`, to: "icons" },
    ...(own ? [officeFiles, "{ja-jp,en-us}/office_strings.js", "telemetry/{oteljs,oteljs_agave}.js"] : []).map((from) => ({
      from,
      context: dist,
      to: "office/[path][name][ext]",
      // They are minimized already, and Microsoft fixes their names and sizes.
      info: { minimized: true },
      globOptions: { ignore: ["**/*.debug.js"] },
    })),
  ];
}
