/** A form kept as JSON. tests/core/form checks all of them against the schema. */
declare module "*.form.json" {
  const form: import("./schema.ts").Form;
  export default form;
}
