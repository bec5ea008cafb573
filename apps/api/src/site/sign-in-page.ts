import type { IncomingHttpHeaders } from 'node:http';

/** Where an address of the admin leads whoever brings no session: the screens would only find out and send them on. */
export function signInInstead(path: string, { cookie = '' }: IncomingHttpHeaders): string | null {
  // A kiosk works by its own link: no one is signed in on that device.
  const isScreen = !/\.\w+(?:\?|$)/.test(path) && !/^\/(?:sign-in|kiosk)(?:\?|$)/.test(path);
  if (!isScreen || /(?:^|;\s*)(?:__Host-)?session=./.test(cookie)) return null;
  return path === '/' ? '/admin/sign-in' : `/admin/sign-in?to=${encodeURIComponent(path)}`;
}

/** The file of the page to sign in that the build of the admin drew, or null where another page is asked for. */
export function signInFile(path: string, headers: IncomingHttpHeaders): string | null {
  const [name, query = ''] = path.split('?', 2);
  if (name !== '/sign-in') return null;
  return `/sign-in/${languageOf(headers)}-${viewOf(new URLSearchParams(query))}.html`;
}

/** As `views.ts` of the admin has it: the page goes on with what it began with. */
function viewOf(asked: URLSearchParams): string {
  const step = asked.get('step');
  if (step === 'second-step' || step === 'setup') return step;
  return asked.get('ended') === '1' ? 'ended' : 'password';
}

/**
 * What was chosen on the site, else the language the browser likes best (RFC 9110 12.5.4); whoever chose another one in
 * the admin is known by the page alone.
 */
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
