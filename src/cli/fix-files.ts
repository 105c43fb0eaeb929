import { addAll } from "../core/model/many.ts";
import { fixGroupsOf, type FixGroup } from "../core/fixes/fix-groups.ts";
import { editChanges, writeFixes, type LeftFix } from "../core/fixes/write-fixes.ts";
import type { Inspection } from "../core/inspect.ts";
import { checkFile, type CheckedBy, type CheckedFile } from "./check-files.ts";
import { copyFile, type Copies, type CopiedFile, type CopySource } from "./copies.ts";

/** A source with its copy and the fixes made. */
export interface FixedFile extends Omit<CopiedFile, "copy"> {
  /** The copy as read back from disk and checked; undefined if none was written. */
  readonly copy: CheckedFile | undefined;
  readonly cells: number;
  readonly left: readonly LeftFix[];
  /** The fixes of one of its inspections. */
  readonly fixGroupsOf: (inspection: Inspection) => readonly FixGroup[];
}

/** Makes all safe fixes of a workbook in a copy; none without `copies`. */
export async function fixFile(path: string, by: CheckedBy, copies: Copies | undefined): Promise<FixedFile> {
  let cells = 0;
  const left: LeftFix[] = [];
  const ofEach = new Map<Inspection, readonly FixGroup[]>();
  const groupsOf = (inspection: Inspection) => {
    const groups = ofEach.get(inspection) ?? fixGroupsOf(inspection.findings);
    ofEach.set(inspection, groups);
    return groups;
  };
  const { copy, ...copied } = await copyFile(path, by, copies, async (book, inspections) => {
    for (const inspection of inspections) {
      const done = await fixSafely(book, inspection.sheet.id, groupsOf(inspection));
      cells += done.cells;
      addAll(left, done.left);
    }
    return cells > 0;
  });
  return { ...copied, copy: copy === undefined ? undefined : await checkFile(copy, by), cells, left, fixGroupsOf: groupsOf };
}

async function fixSafely(book: CopySource, sheet: string, groups: readonly FixGroup[]): Promise<Pick<FixedFile, "cells" | "left">> {
  const safe = groups.filter(({ safety }) => safety === "safe");
  const { done, left } = await writeFixes(safe, (fixGroups) => book.apply(editChanges(sheet, fixGroups.flatMap(({ edits }) => edits))));
  return { cells: done?.written.length ?? 0, left };
}
