/**
 * Asks again, a few times within about two seconds, until the answer will do: a webhook is mostly faster than a person
 * reads, and then the page needs no “look again”.
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
