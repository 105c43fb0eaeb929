/** Two bans of our own for which oxlint has no rule. */

const markupFromText = "A sheet's text must never be read as markup: set textContent, or let React write it.";
const officeTypes = "Only src/hosts/excel may know Excel; everything else knows the port in src/core/model/ports.ts.";

const readsMarkup = new Set(["innerHTML", "outerHTML", "insertAdjacentHTML"]);
const office = new Set(["Excel", "Office", "OfficeExtension"]);

/** A rule that reports `message` at each node that one of `visits` (by node type) refuses. */
function ban(message, visits) {
  const visitors = (context) => Object.entries(visits).map(([type, refused]) => [type, (node) => refused(node) && context.report({ node, message })]);
  return { create: (context) => Object.fromEntries(visitors(context)) };
}

export default {
  meta: { name: "bans" },
  rules: {
    "markup-from-text": ban(markupFromText, {
      MemberExpression: ({ property }) => readsMarkup.has(property.name),
      JSXAttribute: ({ name }) => name.name === "dangerouslySetInnerHTML",
      Property: ({ key }) => key.name === "dangerouslySetInnerHTML",
    }),
    "office-types": ban(officeTypes, { TSQualifiedName: ({ left }) => office.has(left.name) }),
  },
};
