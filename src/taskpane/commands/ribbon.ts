/** What the ribbon needs of Excel. */
export interface Ribbon {
  /** Ties a function to its name. */
  readonly associate: (name: string, start: () => Promise<void>) => void;
  /** Opens the pane: Excel has no other place where an add-in can show a message. Rejects where Excel refuses. */
  readonly showPane: () => Promise<void>;
}

/** The ribbon's part of the pane. Each function shows its result in the pane. */
export interface RibbonWork {
  checkActive(): Promise<void>;
  toggleMarks(): Promise<void>;
  summarize(): Promise<void>;
}

/** By the names in manifest.xml and shortcuts.json. */
const commands: Readonly<Record<string, (work: RibbonWork) => Promise<void>>> = {
  check: (work) => work.checkActive(),
  toggleMarks: (work) => work.toggleMarks(),
  summarize: (work) => work.summarize(),
};

/** Registers the ribbon's functions and the shortcuts in the pane's page. Excel does not wait for the end of a check. */
export function registerCommands({ associate, showPane }: Ribbon, work: RibbonWork): void {
  for (const [name, run] of Object.entries(commands)) {
    associate(name, async () => {
      void run(work);
      // Excel may refuse to show the pane, where it is shown already or for its own reasons; what was asked for is done all the same.
      await showPane().catch(() => undefined);
    });
  }
}
