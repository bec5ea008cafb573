import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** What is not done by then (a client that sends no more, a query that hangs) is cut off when the application closes. */
const mostForTheRest = 30_000;
/** Until the last lines that were taken have said what they want; one that says nothing is nobody's. */
const mostForLateOnes = 1_000;

/**
 * How the api ends without failing anybody. From the signal on `/readyz` says 503, while everything is still answered and
 * each line to a proxy is closed after its answer; when the proxy has had the time to notice, no new line is taken; when
 * the last answer is out, the application may close. They are counted here because a closing application would not wait:
 * Apollo, which answers the forms of the site as well, gives what is under way ten seconds.
 */
@Injectable()
export class Draining {
  private readonly underWay = new Set<ServerResponse>();
  private begun = false;
  private whenDone: (() => void) | undefined;

  /** Whether the process has been told to end. */
  get isEnding(): boolean {
    return this.begun;
  }

  /** Counts what this server has not answered yet; before the handlers, so that a line can be told to close. */
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

  /** Resolves when the application may close. @param noticed milliseconds until the proxy sends nothing more */
  async end(server: Server, noticed: number): Promise<void> {
    this.begun = true;
    for (const response of this.underWay) if (!response.headersSent) response.setHeader('connection', 'close');
    await wait(noticed);
    await aQuietTurn();
    // Takes no new line, and closes those on which nothing is asked.
    server.close();
    // What such a line asks is read a moment later: an application that closes by then would say 503 to it.
    await wait(Math.min(noticed, mostForLateOnes));
    if (this.underWay.size === 0) return;
    const done = new Promise<void>((resolve) => (this.whenDone = resolve));
    await Promise.race([done, wait(mostForTheRest, undefined, { ref: false })]);
  }
}

/** Milliseconds that a turn of the event loop may take to count as quiet, and how many turns are tried. */
const quiet = 1;
const turns = 500;

/**
 * Lines that the kernel has taken and we have not yet are cut when the port closes, and no proxy sends a form twice. A turn
 * takes all of them; so the port closes at the end of a short one, in which hardly another can have come.
 */
async function aQuietTurn(): Promise<void> {
  for (let left = turns; left > 0; left -= 1) {
    const began = performance.now();
    await turn();
    if (performance.now() - began < quiet) return;
  }
}
