/** Opens the link of a mail as a browser does: what sends it on to an address without the token also gives it a cookie. */
export async function followLink(url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { ...init, redirect: 'manual' });
  const opened = openedBy(answer, url);
  if (opened === null) return answer;
  const headers = new Headers(init.headers);
  headers.set('cookie', [headers.get('cookie') ?? '', opened.cookie].filter(Boolean).join('; '));
  return fetch(opened.url, { ...init, headers, redirect: 'manual' });
}

/** Where an answer sends a browser on to, with the cookies it gives it; null when it is no redirect. */
export function openedBy(answer: Response, url: string): { url: string; cookie: string } | null {
  const location = answer.headers.get('location');
  if (answer.status !== 303 || location === null) return null;
  const given = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
  return { url: new URL(location, url).href, cookie: given.join('; ') };
}
