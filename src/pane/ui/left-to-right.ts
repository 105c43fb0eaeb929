/** In place of what mirrors each style for pages from right to left: no language of ours is written so, and mirroring is a hundredth of the first scripts. */
export function convertProperty<Value>(key: string, value: Value): { readonly key: string; readonly value: Value } {
  return { key, value };
}

/** The styles as they are. */
export function convert<Styles>(styles: Styles): Styles {
  return styles;
}
