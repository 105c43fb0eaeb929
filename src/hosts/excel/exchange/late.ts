/** An answer, or no longer waiting for it once the signal has aborted and some time more has passed. @throws what `late` makes */
export function unlessLate<T>(answer: Promise<T>, signal: AbortSignal | undefined, late: () => Error, patience = 0): Promise<T> {
  if (signal === undefined) return answer;
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      timer = setTimeout(() => reject(late()), patience);
    };
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", wait);
    };
    answer.finally(end).then(resolve, reject);
    if (signal.aborted) wait();
    else signal.addEventListener("abort", wait, { once: true });
  });
}
