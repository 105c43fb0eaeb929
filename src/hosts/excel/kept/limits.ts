/** Bytes of one text. Excel takes 1 to 2 MB of an add-in's settings, and none beyond it (OfficeDev/office-js#621, #3957). */
export const mostOfOne = 500_000;
