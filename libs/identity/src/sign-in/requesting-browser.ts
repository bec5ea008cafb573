import { Injectable } from '@nestjs/common';
import { Config, Secrets } from '@upstander/platform';
import type { Browser } from '../access/current-browser.js';
import { HostCookie } from '../sessions/host-cookie.js';

/** Longer than the lifetime of a code. */
const cookieSeconds = 60 * 60;

/**
 * A cookie holds a random name, and the code's row its hash. Wrong codes entered elsewhere don't count against the code.
 * Clients without cookies receive the name as `challenge` and send it back.
 */
@Injectable()
export class RequestingBrowser {
  private readonly cookie: HostCookie;

  constructor(
    config: Config,
    private readonly secrets: Secrets,
  ) {
    this.cookie = new HostCookie('code-asked', config);
  }

  /** Returns null if this browser never requested a code. */
  nameOf(browser: Browser, challenge: string | null | undefined): string | null {
    const name = challenge ?? this.cookie.readToken(browser.cookies);
    return name !== null && /^[\w-]{43}$/.test(name) ? name : null;
  }

  /** Renews the cookie. */
  ensureName(browser: Browser, challenge: string | null | undefined): string {
    const name = this.nameOf(browser, challenge) ?? this.secrets.randomToken();
    browser.setCookie(this.cookie.createCookie(name, cookieSeconds));
    return name;
  }
}
