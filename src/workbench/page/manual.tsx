import { Dismiss20Regular } from "@fluentui/react-icons";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { HelpTopic } from "../../help/topics.ts";
import { useLanguage } from "../../pane/texts/texts.ts";
import { useWorkbenchTexts } from "../state/texts.ts";
import { Button } from "../../pane/ui/button.tsx";

interface ManualProps {
  readonly topic: HelpTopic;
  readonly onClose: () => void;
}

/** The manual within the page, at a topic: the page may be on a disk alone. Its own tree keeps its styles and names from the page's. */
export function Manual({ topic, onClose }: ManualProps) {
  const words = useWorkbenchTexts();
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const page = useRef<HTMLDivElement>(null);
  // Closed before it leaves the page, so that the focus returns to its former place.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  useEffect(() => {
    const host = page.current;
    const text = document.getElementById(`manual-${language}`);
    if (!host || !(text instanceof HTMLTemplateElement)) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    root.replaceChildren(text.content.cloneNode(true));
    root.getElementById(topic)?.scrollIntoView();
  }, [language, topic]);
  useEffect(() => {
    const host = page.current;
    // A link to a part would lead to that part of the whole page.
    const follow = (event: MouseEvent) => {
      const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
      const part = link && host?.shadowRoot?.getElementById(link.hash.slice(1));
      if (!link) return;
      event.preventDefault();
      part?.scrollIntoView();
    };
    host?.addEventListener("click", follow);
    return () => host?.removeEventListener("click", follow);
  }, []);
  return (
    <dialog ref={dialog} className="manual" aria-labelledby="manual-title" onCancel={onClose}>
      <div className="manual-head">
        <h2 id="manual-title">{words.manual}</h2>
        <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={words.closeManual} title={words.closeManual} onClick={onClose} />
      </div>
      {/* Keys scroll what has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="manual-page" ref={page} role="region" aria-label={words.manual} tabIndex={0} />
    </dialog>
  );
}
