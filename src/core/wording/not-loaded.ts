import type { Wording } from "./language.ts";

/** A part of the page did not arrive. It stands apart, because it is said just then. */
export const notLoaded: Wording = {
  ja: "点検の部品を読み込めませんでした。何も変えていません。ネットワークにつながっているか確かめて、もう一度試してください。",
  en: "A part of Tenken did not load. Nothing was changed. See whether the network is there, then try again.",
};
