import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, it, test } from "vitest";
import { z } from "zod/mini";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { formShape } from "../../../src/core/form/schema.ts";
import { describeEntries, formEntries, pathsOf } from "./form-entries.ts";

const folder = new URL("../../../src/core/form/forms/", import.meta.url);
const bare = z.toJSONSchema(formShape, { io: "input", target: "draft-7" });
const schema = describeEntries(bare);
const validate = new Ajv({ allErrors: true }).compile(schema);

// `npm run rules` also runs this, but writes the file instead of comparing it.
test("the JSON Schema beside the forms says what the schema says", async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(new URL("form.schema.json", folder).pathname);
});

it.each(builtInForms.map(({ form }) => form.id))("%s holds against the JSON Schema that it names", (id) => {
  const form: unknown = JSON.parse(readFileSync(new URL(`${id}.form.json`, folder), "utf8"));
  expect([validate(form), validate.errors]).toEqual([true, null]);
  expect(form).toMatchObject({ $schema: "./form.schema.json" });
});

test("every entry is explained, and nothing else", () => {
  expect(pathsOf(bare)).toEqual([...formEntries.keys()]);
});

test("a form with a key that there is not, or without its levels, does not hold", () => {
  const [{ form } = { form: {} }] = builtInForms;
  expect(validate({ ...form, colour: "red" })).toBe(false);
  expect(validate({ ...form, levels: undefined })).toBe(false);
});
