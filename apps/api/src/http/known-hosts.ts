import { parsedUrl, type Config } from '@upstander/platform';

const hostPattern = /^(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const localNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Host names of this installation: of PUBLIC_URL, ADMIN_URL and EXTRA_HOSTS. In development or with a local PUBLIC_URL, localhost is accepted too. */
export class KnownHosts {
  private readonly scheme: string;
  private readonly known: ReadonlySet<string>;
  private readonly isLocal: boolean;

  constructor(config: Pick<Config, 'NODE_ENV' | 'PUBLIC_URL' | 'ADMIN_URL' | 'EXTRA_HOSTS'>) {
    const home = new URL(config.PUBLIC_URL);
    this.scheme = home.protocol;
    const admin = config.ADMIN_URL === undefined ? [] : [new URL(config.ADMIN_URL).host];
    this.known = new Set([
      home.host,
      ...admin,
      ...config.EXTRA_HOSTS.flatMap((host) => this.parseHost(host)?.host ?? []),
    ]);
    this.isLocal = config.NODE_ENV !== 'production' || localNames.has(home.hostname);
  }

  isHost(host: string | undefined): host is string {
    return host !== undefined && (this.known.has(host) || this.parseHost(host) !== null);
  }

  isKnownHost(host: string): boolean {
    if (this.known.has(host)) return true;
    const read = this.parseHost(host);
    return read !== null && (this.known.has(read.host) || (this.isLocal && localNames.has(read.hostname)));
  }

  private parseHost(host: string): URL | null {
    const text = `${this.scheme}//${host}`;
    return hostPattern.test(host) ? parsedUrl(text) : null;
  }
}
