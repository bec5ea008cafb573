/** Of the cookies an answer of the API sets, those a page may hand on: the ones that say who it is, and no other. */
export function sessionCookies(setCookie: readonly string[]): string[] {
  return setCookie.filter((header) => /^(?:__Host-)?(?:session|code-asked|device|volunteer)=/.test(header));
}

/**
 * Asks the API to sign a visitor in or out, or to remember or forget a volunteer, and answers the cookies to hand on. Only while a form is being answered:
 * following a link must never do either, and a form that another site sends was refused before it came here.
 */
export async function changeSession(
  method: string,
  ask: () => Promise<{ data?: unknown; errors?: unknown[]; setCookie: string[] }>,
): Promise<{ data?: unknown; errors?: unknown[]; cookies: string[] }> {
  if (method !== 'POST') throw new Error('Only a form that was sent changes who is signed in.');
  const { data, errors, setCookie } = await ask();
  return { data, errors, cookies: sessionCookies(setCookie) };
}
