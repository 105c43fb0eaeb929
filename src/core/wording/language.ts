/** The languages of the product, the default first. */
export const languages = ["ja", "en"] as const;
export type Language = (typeof languages)[number];

/** A text in every language; one that lacks a language does not compile. */
export type Wording = Readonly<Record<Language, string>>;
