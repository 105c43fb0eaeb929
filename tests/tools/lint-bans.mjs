/** Three bans of our own for which oxlint has no rule. */

const markupFromText = "A sheet's text must never be read as markup: set textContent, or let React write it.";
const officeTypes = "Only src/hosts/excel may know Excel; everything else knows the port in src/core/model/ports.ts.";

const spreadFile = "A call takes only so many arguments: an array that may be as long as a file is added with addAll, or compared with largest and smallest, of src/core/model/many.ts.";

const readsMarkup = new Set(["innerHTML", "outerHTML", "insertAdjacentHTML"]);
const takesMany = new Set(["push", "unshift", "max", "min", "concat"]);
/** Written out on the spot. */
const isShort = ({ type, consequent, alternate }) => type === "ArrayExpression" || (type === "ConditionalExpression" && isShort(consequent) && isShort(alternate));
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
    "spread-into-call": ban(spreadFile, {
      CallExpression: ({ callee, arguments: given }) => takesMany.has(callee.property?.name) && given.some(({ type, argument }) => type === "SpreadElement" && !isShort(argument)),
    }),
    "office-types": ban(officeTypes, { TSQualifiedName: ({ left }) => office.has(left.name) }),
  },
};
