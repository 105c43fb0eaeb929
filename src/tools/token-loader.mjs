/** For webpack: puts the name of a style's token where Fluent's table of all tokens would be asked for it. */
export default function inlineTokens(source) {
  return source.includes("@fluentui/react-components") ? source.replaceAll(/\btokens\.(\w+)/g, '"var(--$1)"') : source;
}
