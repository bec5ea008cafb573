import { Injectable } from '@nestjs/common';
import { Config, Secrets } from '@upstander/platform';
import type { Browser } from '../access/current-browser.js';
import { HostCookie } from '../sessions/host-cookie.js';

/** How long a browser remembers that it asked for a code; a code lives for less. */
const remembered = 60 * 60;

/**
 * Which browser asked for a code. It keeps a random name in a cookie, and the row of the code its hash: the code is worth
 * something there and nowhere else, and what strangers type elsewhere spoils nothing. Programs without cookies get the
 * name as a `challenge`, and give it back.
 */
@Injectable()
export class AskingBrowser {
  private readonly cookie: HostCookie;

  constructor(
    config: Config,
    private readonly secrets: Secrets,
  ) {
    this.cookie = new HostCookie('code-asked', config);
  }

  /** The name of this browser, or null when it never asked for a code. */
  nameOf(browser: Browser, challenge: string | null | undefined): string | null {
    const name = challenge ?? this.cookie.readToken(browser.cookies);
    return name !== null && /^[\w-]{43}$/.test(name) ? name : null;
  }

  /** The name of this browser, a new one when it has none, which it is to keep. */
  keepNameOf(browser: Browser, challenge: string | null | undefined): string {
    const name = this.nameOf(browser, challenge) ?? this.secrets.randomToken();
    browser.setCookie(this.cookie.keep(name, remembered));
    return name;
  }
}
