/** Documents keep their settings under this name. In a file of its own, since finding none needs no schema. */
export const settingsName = "tenken.settings";
