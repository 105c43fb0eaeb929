// One job in its own process: `node job.mjs JOB FILE REPEATS`. Prints CPU milliseconds of each run, and the peak after the
// first.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateRawSync } from "node:zlib";

const require = createRequire(import.meta.url);
const [job, path, repeats] = process.argv.slice(2);
const bytes = readFileSync(path);
const ours = () => require("../../.cache/bench/ours.cjs");

/** Each prepares the unmeasured part and returns the measured one. */
const jobs = {
  inflate() {
    const parts = ours().packedParts(bytes);
    return () => parts.forEach((part) => inflateRawSync(part));
  },
  tenken() {
    const { readAndCheck } = ours();
    return () => readAndCheck(bytes, "zlib");
  },
  "tenken-fflate"() {
    const { readAndCheck } = ours();
    return () => readAndCheck(bytes, "fflate");
  },
  "tenken-read"() {
    const { read } = ours();
    return () => read(bytes, "zlib");
  },
  async "tenken-check"() {
    const { read, check } = ours();
    const grid = await read(bytes, "zlib");
    return () => check(grid);
  },
  async "tenken-edit"() {
    const { read, editing } = ours();
    return editing(await read(bytes, "zlib"));
  },
  "tenken-save"() {
    const { changed } = ours();
    return () => changed(bytes);
  },
  "sheetjs-save"() {
    const { read, write } = require("@e965/xlsx");
    return () => {
      const book = read(bytes, { dense: true });
      Object.values(book.Sheets)[0]["!data"][3][8].v = "未達成";
      return write(book, { type: "buffer", bookSST: true, compression: true });
    };
  },
  sheetjs() {
    const { read } = require("@e965/xlsx");
    return () => read(bytes, { dense: true });
  },
  exceljs() {
    const { stream } = require("exceljs");
    return async () => {
      const reader = new stream.xlsx.WorkbookReader(path, { worksheets: "emit", sharedStrings: "cache", styles: "cache", hyperlinks: "ignore" });
      let cells = 0;
      for await (const sheet of reader) for await (const row of sheet) cells += row.values.length;
      return cells;
    };
  },
};

const run = await jobs[job]();
const cpu = [];
let peak = 0;
for (let round = 0; round <= Number(repeats); round += 1) {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  cpu.push((user + system) / 1000);
  if (round === 0) peak = process.resourceUsage().maxRSS / 1024;
}
console.log(JSON.stringify({ cpu, peak }));
