/*
 * The names under which documents keep texts. In a file of their own, since finding none needs no schema.
 * Those of a sheet's acceptances stand beside them, in acceptance/kept-name.ts.
 */
export const settingsName = "tenken.settings";
/** The findings of a sheet's last check. */
export const lastCheckName = "tenken.before";
/** The journal of fixes. */
export const journalName = "tenken.mends";
/** The sheets that have marks. */
export const marksName = "tenken.marks";
/** The sheets for which something is kept, so that they are found again. */
export const sheetsName = "tenken.sheets";
