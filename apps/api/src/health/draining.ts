import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Time limit for pending responses in milliseconds. */
const responseTimeout = 30_000;
/** Time for the last accepted connections to send their requests. */
const lateRequestTime = 1_000;

/**
 * After the signal, `/readyz` returns 503 while requests are still answered, and each proxy connection is closed
 * after its response. Once the proxy has had time to notice, no new connections are accepted. Pending responses are
 * counted here because Apollo, which also serves the site's forms, would wait only ten seconds for them.
 */
@Injectable()
export class Draining {
  private readonly pendingResponses = new Set<ServerResponse>();
  private hasBegun = false;
  private onDrained: (() => void) | undefined;

  get isEnding(): boolean {
    return this.hasBegun;
  }

  /** Runs before other handlers so that it can set `connection: close`. */
  watch(server: Server): void {
    server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
      this.pendingResponses.add(response);
      if (this.hasBegun) response.setHeader('connection', 'close');
      response.once('close', () => {
        this.pendingResponses.delete(response);
        if (this.pendingResponses.size === 0) this.onDrained?.();
      });
    });
  }

  /** Resolves when the application may close. @param noticed milliseconds until the proxy stops sending requests */
  async end(server: Server, noticed: number): Promise<void> {
    this.hasBegun = true;
    for (const response of this.pendingResponses) if (!response.headersSent) response.setHeader('connection', 'close');
    await wait(noticed);
    await waitForQuietTurn();
    server.close();
    // Requests on the last accepted connections arrive a little later. A closing application would answer 503.
    await wait(Math.min(noticed, lateRequestTime));
    if (this.pendingResponses.size === 0) return;
    const done = new Promise<void>((resolve) => (this.onDrained = resolve));
    await Promise.race([done, wait(responseTimeout, undefined, { ref: false })]);
  }
}

/** Maximum duration of a quiet event loop turn in milliseconds, and the number of attempts. */
const maxQuietTurnMs = 1;
const maxTurns = 500;

/**
 * A short turn of the event loop accepts all waiting connections. Closing the port drops connections that the kernel has
 * accepted and Node.js hasn't, and proxies don't resend forms.
 */
async function waitForQuietTurn(): Promise<void> {
  for (let left = maxTurns; left > 0; left -= 1) {
    const began = performance.now();
    await turn();
    if (performance.now() - began < maxQuietTurnMs) return;
  }
}
