import { parsedUrl } from '../typed/parsed-url.js';

/** The application a host name belongs to. `both` if the site and the admin share one (ADMIN_URL isn't set). */
export type Application = 'both' | 'site' | 'admin';

interface Addresses {
  readonly PUBLIC_URL: string;
  readonly ADMIN_URL?: string | undefined;
}

export class Applications {
  private readonly scheme: string;
  private readonly adminHost: string | null;

  constructor({ PUBLIC_URL, ADMIN_URL }: Addresses) {
    this.scheme = new URL(PUBLIC_URL).protocol;
    this.adminHost = ADMIN_URL === undefined ? null : new URL(ADMIN_URL).host;
  }

  /** Any host but that of ADMIN_URL is the site's, which has fewer rights. */
  applicationFor(host: string | undefined): Application {
    if (this.adminHost === null) return 'both';
    if (host === this.adminHost) return 'admin';
    return parsedUrl(`${this.scheme}//${host ?? ''}`)?.host === this.adminHost ? 'admin' : 'site';
  }
}

/** Returns what is wrong with ADMIN_URL beside PUBLIC_URL. Cookies ignore ports, so another port is not enough. */
export function adminHostFaults({ PUBLIC_URL, ADMIN_URL }: Partial<Addresses>): string[] {
  const [site, admin] = [parsedUrl(PUBLIC_URL ?? ''), parsedUrl(ADMIN_URL ?? '')];
  if (!site || !admin) return [];
  if (site.hostname === admin.hostname)
    return [
      `ADMIN_URL has the host of PUBLIC_URL (${site.hostname}): give the admin a host name of its own, or leave it out.`,
    ];
  if (site.protocol !== admin.protocol) return ['ADMIN_URL and PUBLIC_URL must both begin with https://.'];
  return [];
}
