import { Injectable } from '@nestjs/common';
import { Config, SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Browser } from '../access/current-browser.js';
import { HostCookie } from '../sessions/host-cookie.js';

const remembered = 180 * 24 * 60 * 60;

/**
 * Browsers on which somebody has signed in before. They have a budget of tries of their own, so that strangers who try
 * out passwords, or have codes sent, do not keep the owner out. The cookie opens nothing: it is an id and a signature
 * over it and the address. (OWASP: device cookies.)
 */
@Injectable()
export class KnownDevices {
  private readonly cookie: HostCookie;

  constructor(
    config: Config,
    private readonly signed: SignedIds,
  ) {
    this.cookie = new HostCookie('device', config);
  }

  /** The id of this browser, if the owner of the address has signed in on it; else null. */
  idOf(browser: Browser, email: string): string | null {
    const kept = this.cookie.readToken(browser.cookies);
    return kept === null ? null : (this.signed.verify(purpose(email), kept)?.id ?? null);
  }

  /** Has this browser remember that the owner of the address has signed in on it. */
  remember(browser: Browser, email: string): void {
    const id = this.idOf(browser, email) ?? randomUUID();
    browser.setCookie(this.cookie.keep(this.signed.sign(purpose(email), id), remembered));
  }
}

const purpose = (email: string) => `device/${email}`;
