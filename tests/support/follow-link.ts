/** Opens an emailed link like a browser with cookies, so the final URL has no token. */
export async function followLink(url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { ...init, redirect: 'manual' });
  const redirected = readRedirect(answer, url);
  if (redirected === null) return answer;
  const headers = new Headers(init.headers);
  headers.set('cookie', [headers.get('cookie') ?? '', redirected.cookie].filter(Boolean).join('; '));
  // The answer to a form leads to a page.
  return fetch(redirected.url, {
    ...init,
    method: init.method === 'HEAD' ? 'HEAD' : 'GET',
    body: null,
    headers,
    redirect: 'manual',
  });
}

export function readRedirect(answer: Response, url: string): { url: string; cookie: string } | null {
  const location = answer.headers.get('location');
  if (answer.status !== 303 || location === null) return null;
  const newCookies = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
  const name = /(?:^|; )(?:__Host-)?link-([\w-]{12})=\S/.exec(newCookies.join('; '))?.[1];
  const target = name === undefined ? location : location.replace(/~~[\w-]+/, `~${name}`);
  return { url: new URL(target, url).href, cookie: newCookies.join('; ') };
}
