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
    private readonly signed: SignedIds,
  ) {
    this.cookie = new HostCookie('device', config);
  }

  /** Returns the ID of this browser if the owner signed in here before, else null. */
  idOf(browser: Browser, email: string): string | null {
    const kept = this.cookie.readToken(browser.cookies);
    return kept === null ? null : (this.signed.verify(purpose(email), kept)?.id ?? null);
  }

  remember(browser: Browser, email: string): void {
    const id = this.idOf(browser, email) ?? randomUUID();
    browser.setCookie(this.cookie.keep(this.signed.sign(purpose(email), id), cookieSeconds));
  }
}

const purpose = (email: string) => `device/${email}`;
