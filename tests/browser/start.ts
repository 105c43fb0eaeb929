import { unpack } from "./chromium.ts";

export default unpack;
