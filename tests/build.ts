import { buildIfOld } from "../src/tools/build-if-old.mjs";

/** Builds dist/ before the first test, where that is needed: the terminal's tests and those in the browser run what is built. */
export default buildIfOld;
