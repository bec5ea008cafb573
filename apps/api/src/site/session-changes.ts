/** Only these cookies may be passed on by a page. */
export function sessionCookies(setCookie: readonly string[]): string[] {
  return setCookie.filter((header) => /^(?:__Host-)?(?:session|code-asked|device|volunteer)=/.test(header));
}

/** A link must never change the session, so this works only for forms. Returns the cookies to pass on. */
export async function changeSession(
  method: string,
  ask: () => Promise<{ data?: unknown; errors?: unknown[]; setCookie: string[] }>,
): Promise<{ data?: unknown; errors?: unknown[]; cookies: string[] }> {
  if (method !== 'POST') throw new Error('Only a form that was sent changes who is signed in.');
  const { data, errors, setCookie } = await ask();
  return { data, errors, cookies: sessionCookies(setCookie) };
}
