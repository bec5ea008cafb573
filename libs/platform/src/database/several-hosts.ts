import { databaseAddress, type DatabaseAddress, type Target } from '../config/database-address.js';
import { askServer } from './one-server.js';
import { databaseUnavailableError, findServerWatch } from './server-watch.js';

/** Finds the matching one of several servers. Pools with the same URL share it. */
export class ServerSearch {
  private last = 0;
  private pendingSearch: Promise<string> | null = null;

  constructor(
    private readonly address: DatabaseAddress,
    /** Time limit for all servers together. */
    private readonly milliseconds: number,
  ) {}

  /**
   * Tries the servers in turn, starting with the last match. Runs before each new connection.
   * @throws the error of the first server if none matches
   */
  find(): Promise<string> {
    return (this.pendingSearch ??= this.searchServers().finally(() => (this.pendingSearch = null)));
  }

  private async searchServers(): Promise<string> {
    const { each: addresses, target } = this.address;
    const order = [this.last, ...addresses.keys()].filter((at, i, all) => all.indexOf(at) === i);
    let lastError: unknown;
    for (const at of order) {
      try {
        if (await hasTarget(addresses[at]!, target, Math.max(500, this.milliseconds / addresses.length))) {
          this.last = at;
          return addresses[at]!;
        }
      } catch (error) {
        lastError ??= error;
      }
    }
    throw (
      lastError ?? Object.assign(new Error(`None of the ${addresses.length} servers is ${target}.`), { code: '25006' })
    );
  }
}

async function hasTarget(url: string, target: Target, milliseconds: number): Promise<boolean> {
  const watch = findServerWatch(url);
  if (watch?.isUnavailable) throw databaseUnavailableError();
  const answer = askServer(url, milliseconds, 'upstander-search');
  const { standby, reads } = await (watch ? watch.watchRequest(answer) : answer);
  const matches = { any: true, 'read-write': !reads, 'read-only': reads, primary: !standby, standby };
  return matches[target];
}

const searches = new Map<string, ServerSearch>();

/** Null for a URL with one host. */
export function searchFor(text: string | undefined, milliseconds: number): ServerSearch | null {
  const address = text === undefined ? null : databaseAddress(text);
  if (!text || !address || address.each.length === 1) return null;
  let search = searches.get(text);
  if (!search) searches.set(text, (search = new ServerSearch(address, milliseconds)));
  return search;
}
