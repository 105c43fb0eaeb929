import { Refusal } from "../../../core/model/refusal.ts";
import { partKey } from "../zip/package.ts";
import { readRelations } from "../read/relations.ts";
import { relationsPart, type Draft } from "./draft.ts";
import { escapeAttribute } from "../xml/escape.ts";

const packageTypes = "[Content_Types].xml";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespace = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Adds a part with its content type. */
export async function addPart(draft: Draft, part: string, contentType: string, content: readonly Uint8Array[] | string): Promise<void> {
  draft.put(part, content);
  const types = await draft.xml(packageTypes);
  // Some programs list parts that do not exist.
  for (const each of types.root.children) if (isFor(types.attribute(each, "PartName"), new Set([partKey(part)]))) types.remove(each);
  types.append(types.root, `<Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`);
  draft.putXml(types);
}

/** Relates one part to another. @returns the unique id of the relation, or of the one that already exists */
export async function relate(draft: Draft, from: string, type: string, to: string): Promise<string> {
  const part = draft.find(relationsPart(from));
  const target = relativeTarget(from, to);
  if (part === undefined) {
    draft.put(relationsPart(from), `${declaration}<Relationships xmlns="${namespace}"><Relationship Id="rId1" Type="${type}" Target="${escapeAttribute(target)}"/></Relationships>`);
    await ensureRelationType(draft);
    return "rId1";
  }
  const relations = await draft.xml(part);
  // Some programs relate to parts that do not exist.
  const dangling = relations.root.children.find((each) => relations.attribute(each, "Type") === type && relations.attribute(each, "Target") === target);
  if (dangling !== undefined) return relations.attribute(dangling, "Id") ?? "";
  const taken = new Set(relations.root.children.map((each) => relations.attribute(each, "Id")));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  relations.append(relations.root, `<Relationship Id="rId${number}" Type="${type}" Target="${escapeAttribute(target)}"/>`);
  draft.putXml(relations);
  return `rId${number}`;
}

/** Some programs declare the type of each relation part instead of one for all. */
async function ensureRelationType(draft: Draft): Promise<void> {
  const types = await draft.xml(packageTypes);
  if (types.root.children.some((each) => types.attribute(each, "Extension")?.toLowerCase() === "rels")) return;
  types.append(types.root, '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>');
  draft.putXml(types);
}

/** Removes the relation with an id. */
export async function unrelate(draft: Draft, from: string, id: string): Promise<void> {
  const part = draft.find(relationsPart(from));
  if (part === undefined) return;
  const relations = await draft.xml(part);
  for (const each of relations.root.children) if (relations.attribute(each, "Id") === id) relations.remove(each);
  draft.putXml(relations);
}

/** Removes parts with their relations and content types. */
export async function removeParts(draft: Draft, parts: Iterable<string>): Promise<void> {
  const gone = new Set<string>();
  for (const part of parts) {
    gone.add(partKey(part));
    draft.remove(part);
    draft.remove(relationsPart(part));
  }
  const types = await draft.xml(packageTypes);
  for (const each of types.root.children) if (isFor(types.attribute(each, "PartName"), gone)) types.remove(each);
  draft.putXml(types);
}

/** True if a content type is for one of these parts, given by `partKey`. */
function isFor(name: string | undefined, parts: ReadonlySet<string>): boolean {
  return name !== undefined && parts.has(partKey(name.replace(/^\//, "")));
}

/** A part and everything that no other remaining part refers to. */
export async function ownedParts(draft: Draft, part: string): Promise<ReadonlySet<string>> {
  const reached = await reachedFrom(draft, part);
  const others = draft.names().flatMap((name) => sourceOf(name) ?? []).filter((name) => !reached.has(name));
  for (const other of others) {
    for (const relation of await readRelations(draft, other)) {
      // The workbook refers to the sheet itself, which is removed anyway.
      if (relation.part === undefined || relation.part === part || !reached.has(relation.part)) continue;
      for (const kept of await reachedFrom(draft, relation.part)) if (kept !== part) reached.delete(kept);
    }
  }
  return reached;
}

async function reachedFrom(draft: Draft, part: string): Promise<Set<string>> {
  const reached = new Set([part]);
  for (const each of reached) {
    for (const relation of await readRelations(draft, each)) if (relation.part !== undefined) reached.add(relation.part);
  }
  return reached;
}

/** The part to which a relation part belongs: "" for the package, undefined for other parts. */
function sourceOf(name: string): string | undefined {
  const [, folder, file] = /^(.*?)_rels\/([^/]*)\.rels$/i.exec(name.replaceAll("\\", "/")) ?? [];
  return folder === undefined || file === undefined ? undefined : folder + file;
}

/** The target of a relation, relative to the folder of its part. */
function relativeTarget(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  const steps = to.split("/");
  let same = 0;
  while (same < folders.length && same < steps.length - 1 && folders[same] === steps[same]) same++;
  return [...folders.slice(same).map(() => ".."), ...steps.slice(same)].map(encodeURI).join("/");
}

/** @throws {Refusal} read-only for a package with a signature, which a change would break */
export function refuseSigned(names: readonly string[]): void {
  if (names.some((name) => /^_xmlsignatures\//i.test(name.replaceAll("\\", "/")))) throw new Refusal("read-only", "_xmlsignatures");
}
