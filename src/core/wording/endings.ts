/** The endings of files that hold a sheet as text. */
export const textEndings: readonly string[] = [".csv", ".tsv", ".txt"];
/** The endings of workbooks that can be read. */
export const workbookEndings: readonly string[] = [".xlsx", ".xlsm"];
/** All that can be read: a folder is searched for them, texts and the dialog for opening name them. */
export const sheetEndings: readonly string[] = [...workbookEndings, ...textEndings];
/** Of workbooks that cannot be read: a folder is searched for them too, so that whoever sent one is told. */
export const unreadEndings: readonly string[] = [".xls", ".xlsb"];
