/** The parts of the manual that the pane links to: ids in src/help/index.html. */
export const helpTopics = ["overview", "check", "findings", "mends", "leave", "marks", "outline", "numbers", "summary", "since", "send-back", "settings", "form", "harden", "keys", "workbench", "received", "trouble"] as const;

export type HelpTopic = (typeof helpTopics)[number];
