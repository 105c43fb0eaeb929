import { readFileSync } from "node:fs";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { root } from "../../src/tools/build-if-old.mjs";
import type { Book } from "../excel-host/model/book.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";

/** The sample of the product, as a book of the model. */
export async function sampleBook(): Promise<Book> {
  return bookFromFile(await openFile("sample.xlsx", readFileSync(`${root}assets/samples/sample.xlsx`), { inflate: inflateInNode }));
}
