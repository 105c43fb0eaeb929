import type { Watch } from "../../../core/model/ports.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { cellsOf, fewCells, usedBlock, type UsedBlock } from "./used-block.ts";

/** Parts of a block, and blocks that are parted, in one question. */
const parts = 16;
const partedBlocks = 8;
const rounds = 4;
/** A table may be as wide as this; a block that is wider is parted by its columns first. */
const widestTable = 256;
/** Cells that may be read in vain where blocks are put together again. */
const slack = 2000;

/**
 * The blocks of a sheet that hold values, where the used range is large: one value in A1048576 or U200000 makes a table of 30 rows seem
 * one of millions of cells. Excel is asked for the used ranges of parts, as long as that halves the cells to read.
 */
export async function filledBlocks(session: ExcelSession, sheetId: string, used: UsedBlock, watch: Watch | undefined): Promise<readonly UsedBlock[]> {
  let blocks: readonly UsedBlock[] = [used];
  for (let round = 0; round < rounds && cellsOf(blocks) > fewCells; round++) {
    const found = await partsOf(blocks, (asked) => session.exchange((context) => askUsed(context, sheetId, asked), { watch }));
    const isWorthIt = cellsOf(found) * 2 <= cellsOf(blocks);
    blocks = found;
    if (!isWorthIt) break;
  }
  return blocks;
}

function askUsed(context: Excel.RequestContext, sheetId: string, blocks: readonly UsedBlock[]): () => readonly (UsedBlock | undefined)[] {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const asked = blocks.map(({ row, column, rows, columns }) => usedBlock(sheet.getRangeByIndexes(row, column, rows, columns)));
  return () => asked.map((answer) => answer());
}

async function partsOf(blocks: readonly UsedBlock[], ask: (blocks: readonly UsedBlock[]) => Promise<readonly (UsedBlock | undefined)[]>): Promise<readonly UsedBlock[]> {
  const large = new Set([...blocks].sort((one, other) => cellsOf([other]) - cellsOf([one])).slice(0, partedBlocks));
  const parted = blocks.map((block) => (large.has(block) ? split(block) : [block]));
  const answers = await ask(parted.flat());
  return joined(answers.flatMap((block) => block ?? []));
}

function split(block: UsedBlock): readonly UsedBlock[] {
  const isWide = block.columns > widestTable;
  const length = isWide ? block.columns : block.rows;
  const step = Math.ceil(length / parts);
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => {
    const from = index * step;
    const size = Math.min(step, length - from);
    return isWide ? { ...block, column: block.column + from, columns: size } : { ...block, row: block.row + from, rows: size };
  });
}

/** Blocks that follow each other become one, unless many empty cells lie between them. */
function joined(blocks: readonly UsedBlock[]): readonly UsedBlock[] {
  const all: UsedBlock[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    const both = last && bounding(last, block);
    if (last && both && cellsOf([both]) <= cellsOf([last, block]) + slack) all[all.length - 1] = both;
    else all.push(block);
  }
  return all;
}

function bounding(one: UsedBlock, other: UsedBlock): UsedBlock {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  const rows = Math.max(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.max(one.column + one.columns, other.column + other.columns) - column;
  return { row, column, rows, columns };
}
