/**
 * A name for each path, in order: its last part, preceded by as many folders as are needed to tell it from the others
 * ("東/a.xlsx"). Where no folder does, later paths get a number ("a.xlsx (2)"). Both slashes separate folders; "." and ".."
 * tell nothing apart, so resolve the paths first where possible. The names are for people to read.
 */
export function distinctNames(paths: readonly string[]): readonly string[] {
  const parts = paths.map(partsOf);
  const known = folderNames(parts);
  const taken = new Set(known.values());
  const given = new Map<string, number>();
  return parts.map((each) => {
    const path = each.join("/");
    const name = known.get(path) ?? path;
    const times = given.get(path) ?? 0;
    if (times === 0) {
      given.set(path, 1);
      return name;
    }
    let number = times + 1;
    while (taken.has(`${name} (${number})`)) number++;
    given.set(path, number);
    return `${name} (${number})`;
  });
}

function partsOf(path: string): readonly string[] {
  return path.split(/[\\/]/).filter((part) => part !== "" && part !== "." && part !== "..");
}

/** The shortest end of each path that no other path has. */
function folderNames(paths: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let open = [...new Map(paths.map((parts) => [parts.join("/"), parts]))];
  for (let length = 1; open.length > 0; length++) {
    const ends = open.map(([, parts]) => parts.slice(-length).join("/"));
    const times = new Map<string, number>();
    for (const end of ends) times.set(end, (times.get(end) ?? 0) + 1);
    open = open.filter(([path], index) => {
      const end = ends[index] ?? path;
      if (times.get(end) === 1) names.set(path, end);
      return times.get(end) !== 1;
    });
  }
  return names;
}
