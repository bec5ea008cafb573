import { parsedUrl } from '../typed/parsed-url.js';
import { databaseAddress } from '../config/database-address.js';
import { askServer } from './one-server.js';
import { markNoConnection } from './unavailable.js';

export interface WatchedConnection {
  /** Closes the connection immediately and rejects its pending queries. */
  cut(): void;
}

export type SilenceListener = (watch: ServerWatch) => void;

export const silenceListeners = new Set<SilenceListener>();

/** Checks per timeout, and missed checks before the server is probed. */
const checksPerTimeout = 20;
const checksBeforeProbe = 8;

/**
 * Detects that a PostgreSQL server has stopped responding, using all connections of this process.
 * A slow statement, a lock or a full pool says nothing as long as another connection gets answers. After a period
 * without any, the server is probed on a new connection. If the probe also times out, the server counts as
 * unavailable: its connections are closed and new ones refused until a probe succeeds. Silence is counted in checks
 * instead of clock time, because a suspended process received nothing itself.
 */
export class ServerWatch {
  readonly pools = new Set<string>();
  private readonly connections = new Set<WatchedConnection>();
  private readonly every: number;
  private waiting = 0;
  private silentChecks = 0;
  private probe: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private away = false;

  /** @param ask rejects if no answer arrives */
  constructor(
    private readonly ask: () => Promise<unknown>,
    patience: number,
  ) {
    this.every = patience / checksPerTimeout;
  }

  get isUnavailable(): boolean {
    return this.away;
  }

  add(connection: WatchedConnection): void {
    this.connections.add(connection);
  }

  remove(connection: WatchedConnection): void {
    this.connections.delete(connection);
  }

  /** Records a pending answer to a statement or to a new connection. */
  startWaiting(): void {
    this.waiting += 1;
    this.timer ??= setInterval(() => this.check(), this.every).unref();
  }

  /** @param isAnswered true if the server answered, even with an error */
  endWaiting(isAnswered: boolean): void {
    this.waiting -= 1;
    if (isAnswered) this.silentChecks = 0;
  }

  async watchRequest<T>(request: Promise<T>): Promise<T> {
    this.startWaiting();
    let isAnswered = false;
    try {
      const answer = await request;
      isAnswered = true;
      return answer;
    } catch (error) {
      isAnswered = isServerError(error);
      throw error;
    } finally {
      this.endWaiting(isAnswered);
    }
  }

  private check(): void {
    if (!this.away && this.waiting === 0 && !this.probe) return this.stopChecking();
    this.silentChecks += 1;
    if (!this.away && this.silentChecks < checksBeforeProbe) return;
    // A server that refuses immediately isn't silent.
    const isUnanswered = this.probe !== null;
    this.probe ??= this.probeServer();
    if (!this.away && isUnanswered && this.silentChecks >= checksPerTimeout) this.setAway(true);
  }

  private async probeServer(): Promise<void> {
    const isAnswered = await this.ask().then(() => true, isServerError);
    this.probe = null;
    if (!isAnswered) return;
    this.silentChecks = 0;
    if (this.away) this.setAway(false);
  }

  private setAway(isAway: boolean): void {
    this.away = isAway;
    this.silentChecks = 0;
    if (isAway) for (const connection of [...this.connections]) connection.cut();
    for (const listen of silenceListeners) listen(this);
  }

  private stopChecking(): void {
    clearInterval(this.timer ?? undefined);
    this.timer = null;
    this.silentChecks = 0;
  }
}

/** True if the server sent the error, as opposed to the network or Node.js. */
export function isServerError(error: unknown): boolean {
  const { code, severity } = (error ?? {}) as { code?: unknown; severity?: unknown };
  return typeof code === 'string' && code.length === 5 && severity !== undefined;
}

export function databaseUnavailableError(): Error {
  const error = new Error('The database does not answer.');
  markNoConnection(error);
  return error;
}

const watches = new Map<string, ServerWatch>();

export function findServerWatch(url: string): ServerWatch | null {
  return watches.get(hostOf(url)) ?? null;
}

/** Starts to watch each server of this URL. @param patience milliseconds */
export function watchServers(text: string, patience: number, pool: string): void {
  for (const url of databaseAddress(text)?.each ?? []) {
    const place = hostOf(url);
    let watch = watches.get(place);
    if (!watch) {
      watch = new ServerWatch(() => askServer(url, patience, 'upstander-watch'), patience);
      watches.set(place, watch);
    }
    watch.pools.add(pool);
  }
}

export function isServerAway(text: string): boolean {
  return databaseAddress(text)?.each.every((url) => findServerWatch(url)?.isUnavailable) ?? false;
}

function hostOf(url: string): string {
  return parsedUrl(url)?.host || url;
}
