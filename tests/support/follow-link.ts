/** Opens an emailed link as a browser with cookies does: its cookie comes back, so the address has no token in the end. */
export async function followLink(url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { ...init, redirect: 'manual' });
  const opened = openedBy(answer, url);
  if (opened === null) return answer;
  const headers = new Headers(init.headers);
  headers.set('cookie', [headers.get('cookie') ?? '', opened.cookie].filter(Boolean).join('; '));
  return fetch(opened.url, { ...init, headers, redirect: 'manual' });
}

/** Where an answer sends a browser with cookies in the end, and the cookies it gives it; null if it is no redirect. */
export function openedBy(answer: Response, url: string): { url: string; cookie: string } | null {
  const location = answer.headers.get('location');
  if (answer.status !== 303 || location === null) return null;
  const given = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
  const name = /(?:^|; )(?:__Host-)?link-([\w-]{12})=\S/.exec(given.join('; '))?.[1];
  const kept = name === undefined ? location : location.replace(/~~[\w-]+/, `~${name}`);
  return { url: new URL(kept, url).href, cookie: given.join('; ') };
}
