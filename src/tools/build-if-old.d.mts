export const root: string;
export function buildIfOld(): void;
