import { buildIfOld } from "../src/tools/build-if-old.mjs";

/** Builds dist/ before the first test if it is out of date, since the tests of the terminal and the browser run the build. */
export default buildIfOld;
