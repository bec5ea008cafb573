import type { IncomingHttpHeaders } from 'node:http';

/** Null for requests that need no sign-in. */
export function signInInstead(path: string, { cookie = '' }: IncomingHttpHeaders): string | null {
  // A kiosk uses its own link, without a session.
  const isScreen = !/\.\w+(?:\?|$)/.test(path) && !/^\/(?:sign-in|kiosk)(?:\?|$)/.test(path);
  if (!isScreen || /(?:^|;\s*)(?:__Host-)?session=./.test(cookie)) return null;
  return path === '/' ? '/admin/sign-in' : `/admin/sign-in?to=${encodeURIComponent(path)}`;
}

export function signInFile(path: string, headers: IncomingHttpHeaders): string | null {
  const [name, query = ''] = path.split('?', 2);
  if (name !== '/sign-in') return null;
  return `/sign-in/${languageOf(headers)}-${viewOf(new URLSearchParams(query))}.html`;
}

/** Mirrors `views.ts` of the admin, which hydrates this page. */
function viewOf(asked: URLSearchParams): string {
  const step = asked.get('step');
  if (step === 'code' || step === 'second-step' || step === 'setup') return step;
  return asked.get('ended') === '1' ? 'ended' : 'password';
}

/** Prefers the language chosen on the site to the browser's (RFC 9110, 12.5.4). */
function languageOf({ cookie = '', 'accept-language': accepted = '' }: IncomingHttpHeaders): string {
  const chosen = /(?:^|;\s*)(?:__Host-)?lang=(en|es)(?:;|$)/.exec(cookie)?.[1];
  if (chosen) return chosen;
  let best = { language: 'en', weight: 0 };
  for (const wish of accepted.split(',', 20)) {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
    const language = tag.slice(0, 2);
    const weight = Number(
      parameters
        .find((parameter) => parameter.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    if ((language === 'en' || language === 'es') && weight > best.weight) best = { language, weight };
  }
  return best.language;
}
