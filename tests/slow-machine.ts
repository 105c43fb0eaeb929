import { vi } from "vitest";

/** A machine so slow that each step takes longer than a slice. @param onTurn called with the number of turns so far */
export function slowMachine(onTurn: (turns: number) => unknown = () => undefined) {
  let now = 0;
  const turns = vi.spyOn(globalThis, "setTimeout");
  vi.spyOn(Date, "now").mockImplementation(() => {
    onTurn(turns.mock.calls.length);
    return (now += 1000);
  });
  return turns;
}
