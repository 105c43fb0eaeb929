interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The action of a key in a cell that is being edited; undefined for keys that the text needs. */
export type InputAction = { readonly kind: "move"; /** Moves to the next cell. */ readonly key: string } | { readonly kind: "break" | "drop" | "keep" | "save" };

/** Keys while a cell is edited, as in Excel. */
export function inputAction({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): InputAction | undefined {
  const isCommand = ctrlKey || metaKey;
  switch (key) {
    case "Enter":
      if (altKey) return { kind: "break" };
      return isCommand ? { kind: "keep" } : { kind: "move", key: shiftKey ? "ArrowUp" : "ArrowDown" };
    case "Tab":
      return { kind: "move", key: shiftKey ? "ArrowLeft" : "ArrowRight" };
    case "Escape":
      return { kind: "drop" };
    default:
      // What is saved holds what was typed so far; the page itself saves.
      return isCommand && !altKey && key.toLowerCase() === "s" ? { kind: "save" } : undefined;
  }
}

/** The action of a key on the selected cells; undefined for keys that move the selection or begin to type. */
export function gridAction({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): "edit" | "anew" | "empty" | "next" | "previous" | "all" | "drop" | undefined {
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "a") return "all";
  if (ctrlKey || metaKey || altKey) return undefined;
  switch (key) {
    case "Escape":
      return "drop";
    case "F8":
      return shiftKey ? "previous" : "next";
    case "F2":
    case "Enter":
      return "edit";
    case "Backspace":
      return "anew";
    case "Delete":
      return "empty";
    default:
      return undefined;
  }
}
