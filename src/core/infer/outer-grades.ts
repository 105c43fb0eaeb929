import type { CodeScanner } from "../form/code-scanner.ts";
import type { Grid } from "../model/grid.ts";
import { guessContent, saysWordsOf, type Content } from "./content.ts";
import type { Legend } from "./legend.ts";
import { readProfiles, type Profile } from "./profile.ts";
import type { Region } from "./region.ts";
import type { StackedLevels } from "./stacked-levels.ts";

/** A column of grades on the rows of a level above the innermost one; 0 is the outermost. */
export interface OuterGrades {
  readonly profile: Profile;
  readonly depth: number;
  /** Its rows, zero-based. */
  readonly rows: readonly number[];
  /** True if each of its rows has a grade, but for one that may lack it. */
  readonly isDue: boolean;
}

/** Share of a level's rows with a grade, so that it has grades of its own. */
const leastGraded = 0.5;

/** The grades of levels with rows of their own, under the header of the innermost level's grades or one of their own. */
export function* findOuterGrades(grid: Grid, region: Region, scanner: CodeScanner, { depths, outer }: StackedLevels, legends: readonly Legend[], contents: ReadonlyMap<Profile, Content>): Generator<void, readonly OuterGrades[]> {
  const grades = [...contents].flatMap(([profile, content]) => (content === "status" ? [profile] : []));
  const found: OuterGrades[] = [];
  for (const [depth, { columns }] of outer.entries()) {
    const rows = [...depths].flatMap(([row, own]) => (own === depth ? [row] : []));
    for (const profile of yield* readProfiles(grid, { ...region, rows }, scanner)) {
      if (columns.some(({ place }) => place === profile.place) || profile.count < Math.max(1, leastGraded * rows.length)) continue;
      const inner = grades.find(({ place }) => place === profile.place);
      if (guessContent(profile, legends) === "status" || (inner && saysWordsOf(profile, inner))) found.push({ profile, depth, rows, isDue: profile.count >= rows.length - 1 });
    }
  }
  return found;
}
