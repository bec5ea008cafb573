import { HostCookie } from '@upstander/identity';
import { Secrets, SignedIds, type Config } from '@upstander/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Lifetime of a link's cookie in seconds, renewed with each page view. */
const cookieSeconds = 4 * 3600;
/** Enough time to fill in a form, and short enough for a browser history. */
const secondsWithoutCookie = 30 * 60;
/** Number of links kept per browser. */
const maxLinks = 12;

const token = '([A-Za-z0-9_-]{46})';
const pathEnd = String.raw`(?=\/?(?:\?|$))`;
const page = (path: string) => new RegExp(`^/${path}/${token}${pathEnd}`, 'i');
const field = (name: string) =>
  new RegExp(String.raw`^/fundraisers/[^/?]+/give/?\?(?:.*&)?${name}=${token}(?=&|$)`, 'i');

/**
 * URLs with a token that people open, and the purposes the token is signed for.
 * URLs fetched by programs are excluded: calendars (`.ics`) and a mail client's unsubscribe button (RFC 8058).
 */
const linkPatterns: ReadonlyArray<readonly [RegExp, ...string[]]> = [
  [page('s'), 'signup'],
  [page('standing'), 'standing-signup'],
  [page('registration'), 'registration'],
  [page('take'), 'hand-over'],
  [page('lead'), 'shift-lead'],
  [page('asked'), 'shift-request'],
  [page('thanks'), 'gift'],
  [page('fundraiser'), 'campaign'],
  [page('page'), 'page'],
  [page('giving'), 'giving'],
  [page('my-data'), 'my-data'],
  [page('news'), 'stop-updates', 'giving'],
  [page('messages'), 'stop-messages'],
  [page('registration-messages'), 'stop-registration-messages'],
  [page('notifications'), 'notifications'],
  [page('guardian'), 'guardian-waiver'],
  [page('board'), 'board'],
  [page('school-ask'), 'school-ask'],
  [page('photo-consent'), 'photo-consent'],
  [page('recurring-gift'), 'recurring-gift'],
  [page('business/domain'), 'business-domain'],
  [page('business/opportunity'), 'opportunity'],
  [new RegExp(`^/asked-photos/${token}\\.webp`), 'photo-consent'],
  [new RegExp(`^/page-photos/${token}\\.webp`), 'page'],
  [new RegExp(`^/receipts/${token}\\.pdf`), 'receipt'],
  [new RegExp(`^/my-data/${token}\\.zip`), 'my-data'],
  [new RegExp(`^/statements/\\d{4}-${token}\\.pdf`), 'statement'],
  [new RegExp(`^/hours/${token}\\.pdf`), 'hours-letter'],
  [new RegExp(`^/certificates/${token}\\.(?:pdf|jwt)`), 'certificate'],
  [field('link'), 'gift-link'],
  [field('gift'), 'gift'],
];

/** A handle that replaces the token. It is useless without the cookie. */
const handle = /(?<!~)~([A-Za-z0-9_-]{12})(?![A-Za-z0-9_-])/;
/** The token itself, sealed for half an hour. Browsers without cookies keep using it. */
const sealedHandle = /~~([A-Za-z0-9_-]{60,200})/;
/** Files behind a link. Pages read the token themselves. */
const fileOfHandle =
  /^\/(?:receipts|statements|hours|s|certificates|asked-photos|page-photos|my-data)\/(?:\d{4}-)?(?:~[A-Za-z0-9_-]{12}|~~[A-Za-z0-9_-]{60,200})\.(?:pdf|ics|jwt|webp|zip)(?:\?|$)/;

interface HeldLink {
  name: string;
  token: string;
  until: number;
}

/**
 * Keeps the tokens of emailed links out of address bars, histories and referrers. Opening a link exchanges its token for
 * a cookie and a URL without it. Each link has its own cookie, named by a hash of the token, so that links opened at the
 * same time don't overwrite each other. The first redirect leads to a URL with the sealed token. If the cookie comes
 * back, a second redirect removes it. If not, the browser refuses cookies, and the sealed URL works for half an hour.
 */
export class PersonalLinks {
  private readonly signedIds: SignedIds;
  private readonly secrets: Secrets;

  constructor(private readonly config: Config) {
    this.signedIds = new SignedIds(config);
    this.secrets = new Secrets(config);
  }

  exchangeTokens(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return done();
      const opened = this.tokenIn(request.originalUrl);
      if (opened !== null) return this.exchange(request, reply, opened);
      const kept = this.addressWithCookie(request);
      if (kept !== null) return redirect(reply, kept);
      done();
    });
  }

  /** A file's route expects the token. */
  readonly rewriteUrl = (request: Pick<IncomingMessage, 'url' | 'headers'>): string => {
    const url = request.url ?? '/';
    if (!fileOfHandle.test(url)) return url;
    const named = sealedHandle.exec(url)?.[0] ?? handle.exec(url)?.[0] ?? '';
    return url.replace(named, this.tokenOf(request.headers.cookie, named) ?? named);
  };

  /** Null if this browser no longer has the link. */
  tokenOf(cookies: string | undefined, named: string): string | null {
    if (!named.startsWith('~')) return named;
    if (named.startsWith('~~')) return this.findSignupWithoutCookie(named.slice(2));
    return this.readHeldLinks(cookies).find(({ name }) => `~${name}` === named)?.token ?? null;
  }

  /** Returns the most recently viewed one. */
  findOpenedSignup(cookies: string | undefined): string | null {
    const signups = this.readHeldLinks(cookies).filter((link) => this.signedIds.verify('signup', link.token) !== null);
    return signups.sort((a, b) => b.until - a.until)[0]?.token ?? null;
  }

  renewed({ method, raw }: FastifyRequest): string | null {
    const named = method === 'GET' ? handle.exec(raw.url ?? '')?.[1] : undefined;
    const link =
      named === undefined ? undefined : this.readHeldLinks(raw.headers.cookie).find(({ name }) => name === named);
    return link === undefined ? null : this.cookieFor(link.name, link.token);
  }

  private tokenIn(url: string): string | null {
    for (const [at, ...purposes] of linkPatterns) {
      const found = at.exec(url)?.[1];
      if (found === undefined) continue;
      const year = /^\/statements\/(\d{4})-/.exec(url)?.[1];
      const isOurs = purposes.some((one) => this.signedIds.verify(year ? `${one}-${year}` : one, found) !== null);
      if (isOurs) return found;
    }
    return null;
  }

  private exchange({ raw }: FastifyRequest, reply: FastifyReply, opened: string): void {
    const name = nameOf(opened);
    const others = this.readHeldLinks(raw.headers.cookie).filter((link) => link.name !== name);
    const tooMany = others.sort((a, b) => b.until - a.until).slice(maxLinks - 1);
    const cookies = tooMany.map((link) => this.cookie(link.name).clearCookie());
    void reply.header('set-cookie', [...cookies, this.cookieFor(name, opened)]);
    const until = Date.now() + secondsWithoutCookie * 1000;
    redirect(reply, (raw.url ?? '').replace(opened, `~~${this.secrets.seal(withoutCookie, `${until} ${opened}`)}`));
  }

  /** Returns the URL without the sealed token if the browser sent the link's cookie, else null. */
  private addressWithCookie({ originalUrl, headers }: FastifyRequest): string | null {
    const sealed = sealedHandle.exec(originalUrl)?.[1];
    const token = sealed === undefined ? null : this.findSignupWithoutCookie(sealed);
    if (token === null) return null;
    const name = nameOf(token);
    return this.readHeldLinks(headers.cookie).some((link) => link.name === name)
      ? originalUrl.replace(sealedHandle, `~${name}`)
      : null;
  }

  /** Returns null after half an hour, or if the token wasn't sealed here. */
  private findSignupWithoutCookie(sealed: string): string | null {
    const [until, opened] = this.unsealed(withoutCookie, sealed).split(' ');
    return opened !== undefined && Number(until) > Date.now() ? opened : null;
  }

  private cookieFor(name: string, opened: string): string {
    const until = Date.now() + cookieSeconds * 1000;
    return this.cookie(name).createCookie(this.secrets.seal(`link/${name}`, `${until} ${opened}`), cookieSeconds);
  }

  private readHeldLinks(cookies = ''): HeldLink[] {
    const names = [...cookies.matchAll(/(?:^|[ ;])(?:__Host-)?link-([A-Za-z0-9_-]{12})=/g)].map(([, name]) => name!);
    return names.flatMap((name) => {
      const [until, held] = this.unsealed(`link/${name}`, this.cookie(name).readToken(cookies)).split(' ');
      return held !== undefined && Number(until) > Date.now() ? { name, token: held, until: Number(until) } : [];
    });
  }

  private unsealed(purpose: string, sealed: string | null): string {
    try {
      return sealed === null ? '' : this.secrets.unseal(purpose, sealed);
    } catch {
      return ''; // Sealed with another secret, or not by us.
    }
  }

  private cookie(name: string): HostCookie {
    return new HostCookie(`link-${name}`, this.config);
  }
}

const withoutCookie = 'link-without-cookie';

function nameOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url').slice(0, 12);
}

function redirect(reply: FastifyReply, location: string): void {
  void reply
    .status(303)
    .header('location', location)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send();
}
