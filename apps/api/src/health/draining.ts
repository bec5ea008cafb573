import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Time limit for pending responses in milliseconds. */
const mostForTheRest = 30_000;
/** Time for the last accepted connections to send their requests. */
const mostForLateOnes = 1_000;

/**
 * Shuts the api down without failing requests.
 * After the signal, `/readyz` returns 503 while requests are still answered, and each proxy connection is closed
 * after its response. Once the proxy has had time to notice, no new connections are accepted. Pending responses are
 * counted here because Apollo, which also serves the site's forms, would wait only ten seconds for them.
 */
@Injectable()
export class Draining {
  private readonly underWay = new Set<ServerResponse>();
  private begun = false;
  private whenDone: (() => void) | undefined;

  get isEnding(): boolean {
    return this.begun;
  }

  /** Counts unanswered requests. Runs before other handlers so that it can set `connection: close`. */
  watch(server: Server): void {
    server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
      this.underWay.add(response);
      if (this.begun) response.setHeader('connection', 'close');
      response.once('close', () => {
        this.underWay.delete(response);
        if (this.underWay.size === 0) this.whenDone?.();
      });
    });
  }

  /** Resolves when the application may close. @param noticed milliseconds until the proxy stops sending requests */
  async end(server: Server, noticed: number): Promise<void> {
    this.begun = true;
    for (const response of this.underWay) if (!response.headersSent) response.setHeader('connection', 'close');
    await wait(noticed);
    await aQuietTurn();
    server.close();
    // Requests on the last accepted connections arrive a little later. A closing application would answer 503.
    await wait(Math.min(noticed, mostForLateOnes));
    if (this.underWay.size === 0) return;
    const done = new Promise<void>((resolve) => (this.whenDone = resolve));
    await Promise.race([done, wait(mostForTheRest, undefined, { ref: false })]);
  }
}

/** Maximum duration of a quiet event loop turn in milliseconds, and the number of attempts. */
const quiet = 1;
const turns = 500;

/**
 * Waits for a short turn of the event loop, which accepts all waiting connections.
 * Closing the port drops connections that the kernel has accepted and Node.js hasn't, and proxies don't resend forms.
 */
async function aQuietTurn(): Promise<void> {
  for (let left = turns; left > 0; left -= 1) {
    const began = performance.now();
    await turn();
    if (performance.now() - began < quiet) return;
  }
}
