import { failureOf } from "../exchange/errors.ts";

/** Asks for several things in one request; in halves where the response would be too large. */
export async function together<Item, Answer>(items: readonly Item[], ask: (items: readonly Item[]) => Promise<readonly Answer[]>): Promise<readonly Answer[]> {
  try {
    return await ask(items);
  } catch (error) {
    if (failureOf(error)?.class !== "split" || items.length < 2) throw error;
    const half = Math.ceil(items.length / 2);
    return [...(await together(items.slice(0, half), ask)), ...(await together(items.slice(half), ask))];
  }
}
