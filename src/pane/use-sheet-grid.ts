import { useEffect, useState } from "react";
import type { Grid } from "../core/grid/grid.ts";
import type { SheetCheck } from "./desk.ts";
import type { Session } from "./session.ts";

/** The cells of the sheet in front as of its last check, read when they are needed; undefined until then, or where it is refused. */
export function useSheetGrid(session: Session, sheetId: string, check: SheetCheck): Grid | undefined {
  const [read, setRead] = useState<{ readonly check: SheetCheck; readonly grid: Grid }>();
  useEffect(() => {
    const controller = new AbortController();
    session.desk.mendable
      .read(sheetId, { signal: controller.signal })
      .then((grid) => {
        if (!controller.signal.aborted) setRead({ check, grid });
      })
      .catch(() => undefined);
    return () => controller.abort();
  }, [session, sheetId, check]);
  return read?.grid;
}
