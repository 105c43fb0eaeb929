import { readFileSync } from "node:fs";
import { z } from "zod";

const both = z.object({ ja: z.string(), en: z.string() });
const part = z.looseObject({});

/** The purpose of every entry of a form, by its path: `levels[].key`, `vocabularies{}[].text`. */
export const formEntries: ReadonlyMap<string, z.infer<typeof both>> = new Map(
  Object.entries(z.record(z.string(), both).parse(JSON.parse(readFileSync(new URL("../../../src/core/form/forms/entries.json", import.meta.url), "utf8")))),
);

/** The paths of the entries in a JSON Schema. A name in both languages is one entry. */
export function pathsOf(schema: unknown): readonly string[] {
  const paths: string[] = [];
  walk(schema, "", (path) => paths.push(path));
  return paths;
}

/** Adds the purpose of each entry, in both languages, to the JSON Schema. */
export function describeEntries(schema: unknown): object {
  return part.parse(walk(schema, "", () => undefined));
}

function walk(schema: unknown, path: string, see: (path: string) => void): unknown {
  const known = part.safeParse(schema);
  if (!known.success) return schema;
  const { properties, items, additionalProperties } = known.data;
  const names = Object.entries(part.safeParse(properties).data ?? {});
  const isName = names.every(([name]) => name === "ja" || name === "en");
  const described = names.map(([name, entry]): [string, unknown] => {
    const at = path === "" ? name : `${path}.${name}`;
    if (isName) return [name, entry];
    see(at);
    const about = formEntries.get(at);
    return [name, { ...(about && { description: `${about.ja}\n${about.en}` }), ...part.parse(walk(entry, at, see)) }];
  });
  return {
    ...known.data,
    ...(names.length > 0 && { properties: Object.fromEntries(described) }),
    ...(items !== undefined && { items: walk(items, `${path}[]`, see) }),
    ...(typeof additionalProperties === "object" && { additionalProperties: walk(additionalProperties, `${path}{}`, see) }),
  };
}
