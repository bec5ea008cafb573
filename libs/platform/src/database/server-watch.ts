import { parsedUrl } from '../typed/parsed-url.js';
import { databaseAddress } from './database-address.js';
import { askServer } from './one-server.js';
import { noteNoConnection } from './unavailable.js';

/** A connection to a server that is watched. */
export interface WatchedConnection {
  /** Ends it on the spot: whoever waits for an answer on it is told. */
  cut(): void;
}

/** Is told when a server says nothing any more, and when it is heard again. */
export type SilenceListener = (watch: ServerWatch) => void;

/** Who hears of every server of this process that falls silent. */
export const silenceListeners = new Set<SilenceListener>();

/** Into how many looks the patience is divided, and after how many without a word the server is asked itself. */
const looks = 20;
const asksAfter = 8;

/**
 * Whether a server of PostgreSQL is there, as all connections of this process hear it together. What counts is silence alone: one
 * statement that takes long, a lock that somebody waits for or a pool that is full say nothing about the server as long as
 * it answers anybody. When nobody was answered for a while, it is asked itself, on a new connection; when that gets no
 * answer either until the patience is over, the server is away: its connections are cut, so that nobody waits on them any longer, and
 * nobody waits for a new one, until the question that is asked again and again is answered.
 *
 * Silence is counted in looks and not by the clock: a process that was stopped itself has heard nothing, and proves nothing.
 */
export class ServerWatch {
  /** What the pools are called whose connections lead there. */
  readonly pools = new Set<string>();
  private readonly connections = new Set<WatchedConnection>();
  private readonly every: number;
  private waiting = 0;
  private silent = 0;
  private question: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private away = false;

  /** @param ask rejects where no answer came */
  constructor(
    private readonly ask: () => Promise<unknown>,
    patience: number,
  ) {
    this.every = patience / looks;
  }

  get isAway(): boolean {
    return this.away;
  }

  join(connection: WatchedConnection): void {
    this.connections.add(connection);
  }

  leave(connection: WatchedConnection): void {
    this.connections.delete(connection);
  }

  /** Somebody waits for an answer: to a statement, or to who we are. */
  waits(): void {
    this.waiting += 1;
    this.timer ??= setInterval(() => this.look(), this.every).unref();
  }

  /** @param heard whether it was the server that ended the waiting, with whatever answer */
  ends(heard: boolean): void {
    this.waiting -= 1;
    if (heard) this.silent = 0;
  }

  /** The same around something that is asked of the server. */
  async during<T>(asked: Promise<T>): Promise<T> {
    this.waits();
    let heard = false;
    try {
      const answer = await asked;
      heard = true;
      return answer;
    } catch (error) {
      heard = isSaidByServer(error);
      throw error;
    } finally {
      this.ends(heard);
    }
  }

  private look(): void {
    if (!this.away && this.waiting === 0 && !this.question) return this.rest();
    this.silent += 1;
    if (!this.away && this.silent < asksAfter) return;
    // One that refuses at once is not silent: whoever waits there is told as fast.
    const isUnanswered = this.question !== null;
    this.question ??= this.inquire();
    if (!this.away && isUnanswered && this.silent >= looks) this.turn(true);
  }

  private async inquire(): Promise<void> {
    const heard = await this.ask().then(() => true, isSaidByServer);
    this.question = null;
    if (!heard) return;
    this.silent = 0;
    if (this.away) this.turn(false);
  }

  private turn(away: boolean): void {
    this.away = away;
    this.silent = 0;
    if (away) for (const connection of [...this.connections]) connection.cut();
    for (const listen of silenceListeners) listen(this);
  }

  private rest(): void {
    clearInterval(this.timer ?? undefined);
    this.timer = null;
    this.silent = 0;
  }
}

/** Also a refusal is an answer; what the network or Node says is none. */
export function isSaidByServer(error: unknown): boolean {
  const { code, severity } = (error ?? {}) as { code?: unknown; severity?: unknown };
  return typeof code === 'string' && code.length === 5 && severity !== undefined;
}

/** What whoever would have to wait for such a server is told at once. */
export function serverAway(): Error {
  const error = new Error('The database does not answer.');
  noteNoConnection(error);
  return error;
}

const watches = new Map<string, ServerWatch>();

/** The watch over the server of this address, which is of one host; null before anybody began one. */
export function watchOver(url: string): ServerWatch | null {
  return watches.get(placeOf(url)) ?? null;
}

/** Begins to watch each server that this address names. @param patience milliseconds */
export function watchServers(text: string, patience: number, pool: string): void {
  for (const url of databaseAddress(text)?.each ?? []) {
    const place = placeOf(url);
    let watch = watches.get(place);
    if (!watch) {
      watch = new ServerWatch(() => askServer(url, patience, 'upstander-watch'), patience);
      watches.set(place, watch);
    }
    watch.pools.add(pool);
  }
}

/** Whether nobody is to be waited for at this address, because every server of it is away. */
export function isServerAway(text: string): boolean {
  return databaseAddress(text)?.each.every((url) => watchOver(url)?.isAway) ?? false;
}

function placeOf(url: string): string {
  return parsedUrl(url)?.host || url;
}
