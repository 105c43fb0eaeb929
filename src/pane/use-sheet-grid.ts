import { useEffect, useState } from "react";
import type { SheetCheck } from "./desk.ts";
import { GridReader, type GridReading } from "./grid-reader.ts";
import type { Session } from "./session.ts";
import { useStore } from "./store.ts";

/** The cells of the sheet in front with the check that they belong to, read when they are needed. */
export function useSheetGrid(session: Session, sheetId: string, check: SheetCheck): GridReading {
  const [reader] = useState(() => new GridReader(session.desk.mendable));
  useEffect(() => reader.read(sheetId, check), [reader, sheetId, check]);
  useStore(reader);
  return reader.of(sheetId);
}
