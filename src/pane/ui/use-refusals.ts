import { useEffect, useState } from "react";
import { arrivedRefusals, comingRefusals, loadRefusals, type Refusals } from "../texts/refusals.ts";

/** The sentences of refusals, which are loaded as soon as something needs them. */
export function useRefusals(areNeeded: boolean): Refusals {
  const [shown, setShown] = useState(comingRefusals);
  useEffect(() => {
    if (!areNeeded) return undefined;
    let isWanted = true;
    void loadRefusals().then((refusals) => {
      if (isWanted) setShown(refusals);
    });
    return () => {
      isWanted = false;
    };
  }, [areNeeded]);
  return arrivedRefusals() ?? shown;
}
