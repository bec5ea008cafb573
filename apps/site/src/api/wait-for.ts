/**
 * Repeats a query for about two seconds until the answer is acceptable.
 * Webhooks usually arrive in that time, so the page needs no "Refresh".
 */
export async function waitFor<T>(askAgain: () => Promise<T>, willDo: (answer: T) => boolean): Promise<T> {
  let answer = await askAgain();
  for (const pause of [150, 250, 400, 600, 800]) {
    if (willDo(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
    answer = await askAgain();
  }
  return answer;
}
