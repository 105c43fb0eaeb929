import { Refusal } from "../../../core/model/refusal.ts";
import type { XmlNode } from "../xml/places.ts";
import { child, items, numberIn, readTree } from "../xml/tree.ts";
import type { PartSource } from "../zip/package.ts";

/** The parts that describe rich values, if the package has them. */
export interface RichValueParts {
  readonly metadata?: string | undefined;
  readonly values?: string | undefined;
  readonly structures?: string | undefined;
}

const pictureTypes: ReadonlySet<string | undefined> = new Set(["_localImage", "_webimage"]);

/**
 * Numbers of the rich values that are pictures, as cells name them in `vm`. The metadata's block names a rich value, that
 * names its structure, and that its type ([MS-XLSX] 2.3.7.3). New kinds of errors and linked data are also rich values.
 * @throws {Refusal} cancelled
 */
export async function readPictures(pack: PartSource, parts: RichValueParts, watch: Parameters<PartSource["stream"]>[1]): Promise<ReadonlySet<number>> {
  const { metadata, values, structures } = parts;
  if (metadata === undefined || values === undefined || structures === undefined) return new Set();
  const read = (part: string) => readTree(part, pack.stream(part, watch));
  try {
    const types = (await read(structures)).children.map(({ attributes }) => attributes.get("t"));
    if (!types.some((type) => pictureTypes.has(type))) return new Set();
    const isPicture = (await read(values)).children.map((value) => pictureTypes.has(types[numberIn(value, "s") ?? -1]));
    return picturesIn(await read(metadata), isPicture);
  } catch (error) {
    // Cells can be read without these parts. If one is broken, only their pictures are not recognized.
    if (error instanceof Refusal && error.code !== "cancelled") return new Set();
    throw error;
  }
}

function picturesIn(metadata: XmlNode, isPicture: readonly boolean[]): ReadonlySet<number> {
  const rich = metadata.children.find(({ name, attributes }) => name === "futureMetadata" && attributes.get("name") === "XLRICHVALUE");
  const type = items(metadata, "metadataTypes").findIndex(({ attributes }) => attributes.get("name") === "XLRICHVALUE") + 1;
  const valueOf = (block: XmlNode | undefined) => numberIn(child(child(child(block, "extLst"), "ext"), "rvb"), "i") ?? -1;
  const pictures = new Set<number>();
  for (const [index, block] of items(metadata, "valueMetadata").entries()) {
    const record = block.children.find((each) => numberIn(each, "t") === type);
    if (isPicture[valueOf(rich?.children[numberIn(record, "v") ?? -1])] === true) pictures.add(index + 1);
  }
  return pictures;
}
