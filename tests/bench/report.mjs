/** Goals as ratios: the measured job, the one it is compared with, and the ratio to stay under or to reach. */
const goals = [
  { name: "L, read + check against the bare inflate", of: ["L", "tenken"], to: ["L", "inflate"], most: 6 },
  { name: "L, SheetJS only reading against read + check (zlib)", of: ["L", "sheetjs"], to: ["L", "tenken"], least: 10 },
  { name: "L, SheetJS only reading against read + check (fflate)", of: ["L", "sheetjs"], to: ["L", "tenken-fflate"], least: 7 },
  { name: "L, one cell and marks saved: SheetJS against ours", of: ["L", "sheetjs-save"], to: ["L", "tenken-save"], least: 30 },
  { name: "S, whole process against node -e 0", of: ["S", "node dist/cli.cjs"], to: ["S", "node -e 0"], most: 1.5 },
  { name: "L, whole process against node -e 0", of: ["L", "node dist/cli.cjs"], to: ["L", "node -e 0"], most: 4 },
  { name: "XL, time for a row against L", of: ["XL", "tenken"], to: ["L", "tenken"], most: 1.5, perRow: true },
];
const limits = [
  { name: "L, checking alone, ms", of: ["L", "tenken-check"], value: "ms", most: 25 },
  { name: "L, after one edited cell, ms", of: ["L", "tenken-edit"], value: "ms", most: 5 },
  { name: "L, checking alone, ms, cold", of: ["L", "tenken-check"], value: "cold", most: 250 },
  { name: "XL, peak of read + check, MB", of: ["XL", "tenken"], value: "peak", most: 400 },
];

/** The measurements as a table: CPU time and peak memory by job and size. A process is cold whenever it starts. */
export function tabulate(results) {
  return table([
    ["size", "initiatives", "job", "CPU ms, cold", "steady", "peak MB"],
    ...results.map(({ size, initiatives, job, cold, ms, peak }) => [size, String(initiatives), job, cold.toFixed(1), ms.toFixed(1), peak.toFixed(0)]),
  ]);
}

/** The goals as a table with the results. Goals of unmeasured sizes are left out. */
export function compare(results) {
  const find = ([size, job]) => results.find((result) => result.size === size && result.job === job);
  const ratio = ({ of, to, perRow }) => {
    const [above, below] = [find(of), find(to)];
    if (above === undefined || below === undefined) return undefined;
    return perRow === true ? above.ms / above.initiatives / (below.ms / below.initiatives) : above.ms / below.ms;
  };
  const reached = [...goals.map((goal) => ({ ...goal, is: ratio(goal) })), ...limits.map((limit) => ({ ...limit, is: find(limit.of)?.[limit.value] }))];
  return table([
    ["goal", "", "reached", ""],
    ...reached
      .filter(({ is }) => is !== undefined)
      .map(({ name, most, least, is }) => [
        name,
        most === undefined ? `at least ${least}` : `at most ${most}`,
        is.toFixed(1),
        (most === undefined ? is >= least : is <= most) ? "met" : "MISSED",
      ]),
  ]);
}

/** Aligns lines of words in columns. */
export function table(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) => line.map((text, column) => text.padEnd(widths[column])).join("  ").trimEnd()).join("\n");
}
