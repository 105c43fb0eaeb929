/** Whatever a document keeps, read by its schema. Loaded only where it keeps something, since most keep nothing. */
export { readAcceptances } from "../acceptance/read-list.ts";
export { readJournal } from "../fixes/read-journal.ts";
export { readSnapshot } from "../progress/read-snapshot.ts";
export { readSettings } from "./read.ts";
export { refuseNewer } from "./refuse-newer.ts";
