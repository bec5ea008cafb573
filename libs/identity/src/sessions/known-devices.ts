import { Injectable } from '@nestjs/common';
import { Config, SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Browser } from '../access/current-browser.js';
import { HostCookie } from './host-cookie.js';

const cookieSeconds = 180 * 24 * 60 * 60;

/**
 * Remembers browsers in which an account has signed in (OWASP device cookies).
 * They have their own attempt budget, so strangers guessing passwords or requesting codes can't lock out the owner. The
 * cookie grants no access; it is a signed ID.
 */
@Injectable()
export class KnownDevices {
  private readonly cookie: HostCookie;

  constructor(
    config: Config,
    private readonly signedIds: SignedIds,
  ) {
    this.cookie = new HostCookie('device', config);
  }

  /** Null unless the owner signed in here before. */
  idOf(browser: Browser, email: string): string | null {
    const storedToken = this.cookie.readToken(browser.cookies);
    return storedToken === null ? null : (this.signedIds.verify(purpose(email), storedToken)?.id ?? null);
  }

  remember(browser: Browser, email: string): void {
    const id = this.idOf(browser, email) ?? randomUUID();
    browser.setCookie(this.cookie.createCookie(this.signedIds.sign(purpose(email), id), cookieSeconds));
  }
}

const purpose = (email: string) => `device/${email}`;
