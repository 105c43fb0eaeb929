import { actionType, pathType, type Request, type Response } from "./wire.ts";

const writingCalls: ReadonlySet<string> = new Set([
  "Delete",
  "Clear",
  "ClearAll",
  "Apply",
  "AutofitRows",
  "FreezeRows",
  "SetPosition",
  "SetPrintTitleRows",
  "SetSolidColor",
  "SetValues",
  "SetXAxisValues",
]);

/** True for a request that would change the workbook. */
export function isWriting({ Actions, ObjectPaths }: Request): boolean {
  const isCall = Actions.some(({ ActionType, Name }) => ActionType === actionType.setProperty || writingCalls.has(Name ?? ""));
  return isCall || Object.values(ObjectPaths).some(({ ObjectPathType, Name }) => ObjectPathType === pathType.method && Name === "Add");
}

/** True for requests that do not touch the workbook: released ranges, which the client sends by itself, and services of Office. */
export function isHousekeeping({ Actions, ObjectPaths }: Request): boolean {
  if (Object.values(ObjectPaths).some(({ ObjectPathType }) => ObjectPathType === pathType.newObject)) return true;
  const isRelease = Actions.every(({ ActionType, Name }) => ActionType === actionType.instantiate || Name === "_RemoveReference");
  return isRelease && Actions.some(({ Name }) => Name === "_RemoveReference");
}

/** The answer to a request that a test let fail before anything was done. */
export function failed(code: string): Response {
  const error = { Code: code, Message: "made to fail by the test", Location: "", ActionIndex: 0, HttpStatusCode: 400 };
  return { Results: [], TraceIds: [], Error: error };
}

const cellMembers: ReadonlySet<string> = new Set(["Values", "Formulas", "Text", "NumberFormat", "ValueTypes"]);

/** The same answer with null for all values that are read cell by cell. */
export function withoutCells(response: Response): Response {
  const Results = response.Results.map(({ ActionId, Value }) => {
    if (typeof Value !== "object" || Value === null || Array.isArray(Value)) return { ActionId, Value };
    const members = Object.entries(Value).map(([name, value]) => [name, cellMembers.has(name) ? null : value] as const);
    return { ActionId, Value: Object.fromEntries(members) };
  });
  return { ...response, Results };
}
