/** Polls for about two seconds. Webhooks usually arrive in that time, so the page needs no "Refresh". */
export async function waitFor<T>(poll: () => Promise<T>, isAcceptable: (result: T) => boolean): Promise<T> {
  let result = await poll();
  for (const delayMs of [150, 250, 400, 600, 800]) {
    if (isAcceptable(result)) return result;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    result = await poll();
  }
  return result;
}
