import { Warning16Regular } from "@fluentui/react-icons";
import { useEffect, useState, type ComponentType } from "react";
import { loadRefusals } from "../texts/refusals.ts";
import { useTexts } from "../texts/texts.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

type Phase = "loading" | "loaded" | "failed" | "retrying";

const parts: (() => Promise<void>)[] = [];
/** Milliseconds in which the result is drawn, and between two parts, in which the page does its other work. */
const pauses = { first: 500, between: 10 } as const;

/** Loads the parts that wait, one after another. What does not arrive is loaded when it is shown. */
export async function loadParts(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, pauses.first));
  for (const load of [loadRefusals, ...parts.splice(0)]) {
    await load().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, pauses.between));
  }
}

/**
 * A part of the pane whose script the first result does not wait for: it is loaded afterwards, or when it is shown. If it
 * does not load then, a sentence says so and offers to try again.
 */
export function later<Properties extends object>(script: () => Promise<ComponentType<Properties>>): ComponentType<Properties> {
  let Loaded: ComponentType<Properties> | undefined;
  const load = async () => {
    Loaded ??= await script();
  };
  parts.push(load);
  return function Later(properties: Properties) {
    const words = useTexts();
    const [phase, setPhase] = useState<Phase>(Loaded ? "loaded" : "loading");
    const isLoading = phase === "loading" || phase === "retrying";
    useEffect(() => {
      if (!isLoading) return undefined;
      let isShown = true;
      const end = (ended: Phase) => () => {
        if (isShown) setPhase(ended);
      };
      load().then(end("loaded"), end("failed"));
      return () => {
        isShown = false;
      };
    }, [isLoading]);
    if (Loaded) return <Loaded {...properties} />;
    if (phase === "loading") return null;
    return (
      <div role="alert">
        <Notice icon={<Warning16Regular />} text={words.notLoaded}>
          <Button size="small" disabledFocusable={isLoading} onClick={() => setPhase("retrying")}>
            {words.loadAgain}
          </Button>
        </Notice>
      </div>
    );
  };
}
