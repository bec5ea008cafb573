import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, Secrets, sha256 } from '@upstander/platform';
import type { Browser } from '../access/current-browser.js';
import { HostCookie } from '../sessions/host-cookie.js';
import { SsoError } from './sso-error.js';

/** A sign-in between the redirect to the identity provider and its answer. */
export interface SignInFlow {
  readonly state: string;
  readonly nonce: string;
  /** For PKCE. */
  readonly verifier: string;
  /** Screen of the admin to open afterward. */
  readonly to: string;
  readonly expiresAt: number;
}

const lifetimeSeconds = 10 * 60;
const purpose = 'single-sign-on';
const longestPath = 500;

/**
 * A flow is stored in a sealed cookie, so only the browser that started a sign-in can complete it, and starting one writes
 * no row. Completing it records its state, so that it works once.
 */
@Injectable()
export class SignInFlows {
  private readonly cookie: HostCookie;

  constructor(
    config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {
    this.cookie = new HostCookie('sso', config);
  }

  begin(browser: Browser, to: string): SignInFlow {
    const flow = {
      state: this.secrets.randomToken(),
      nonce: this.secrets.randomToken(),
      verifier: this.secrets.randomToken(),
      to: to.slice(0, longestPath),
      expiresAt: this.clock.now().valueOf() + lifetimeSeconds * 1000,
    };
    browser.setCookie(this.cookie.createCookie(this.secrets.seal(purpose, JSON.stringify(flow)), lifetimeSeconds));
    return flow;
  }

  /** Returns the flow that this browser started with the state. @throws SsoError `expired` */
  find(browser: Browser, state: string | null): SignInFlow {
    const flow = this.read(this.cookie.readToken(browser.cookies));
    if (flow?.state !== state || flow === null) throw new SsoError('expired', 'state');
    if (flow.expiresAt <= this.clock.now().valueOf()) throw new SsoError('expired');
    return flow;
  }

  /** @throws SsoError `expired` if it was spent before */
  async spend(browser: Browser, { state, expiresAt }: SignInFlow): Promise<void> {
    browser.setCookie(this.cookie.clearCookie());
    const spent = await this.db.query(
      `INSERT INTO identity.spent_solution (signature, expires_at) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING 1 AS spent`,
      [sha256(state), new Date(expiresAt)],
    );
    if (spent.length === 0) throw new SsoError('expired', 'replayed');
  }

  private read(sealed: string | null): SignInFlow | null {
    if (sealed === null) return null;
    try {
      return JSON.parse(this.secrets.unseal(purpose, sealed)) as SignInFlow;
    } catch {
      return null;
    }
  }
}
