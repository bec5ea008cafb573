import { Injectable } from '@nestjs/common';
import { Config, Database, normalEmail } from '@upstander/platform';
import type { Actor } from '../access/actor.js';
import type { Browser } from '../access/current-browser.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { grantedRoles, powerfulRoles } from '../roles/role.js';
import { SecurityEvents } from '../security-events/security-events.js';
import { FirstStep } from '../sign-in/first-step.js';
import type { SignInStateName } from '../sign-in/sign-in-payload.type.js';
import { IdentityLinks, type ProviderUser } from './identity-links.js';
import { IdentityProvider, type IdTokenClaims } from './identity-provider.js';
import { SignInFlows, type SignInFlow } from './sign-in-flows.js';
import { type SsoFailure, SsoError } from './sso-error.js';

/** `to` is the screen to open. */
export type SsoOutcome = { readonly to: string | null } & (
  | { readonly state: SignInStateName }
  | { readonly failure: SsoFailure }
);

/** Signs staff in through the operator's identity provider (OpenID Connect, authorization code with PKCE). */
@Injectable()
export class SingleSignOn {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly provider: IdentityProvider,
    private readonly flows: SignInFlows,
    private readonly links: IdentityLinks,
    private readonly firstStep: FirstStep,
    private readonly events: SecurityEvents,
  ) {}

  /** Name of the provider, for the button; null if single sign-on isn't set up. */
  get name(): string | null {
    return this.provider.isConfigured ? (this.config.OIDC_NAME ?? null) : null;
  }

  /** Returns the address at the identity provider, or the outcome if it can't be reached. */
  async begin(actor: Actor, browser: Browser, to: string): Promise<URL | SsoOutcome> {
    try {
      return await this.provider.authorizationUrl(this.flows.begin(browser, to));
    } catch (error) {
      return { ...this.record(error, actor), to };
    }
  }

  /** @param query parameters of the provider's answer */
  async complete(actor: Actor, browser: Browser, query: string): Promise<SsoOutcome> {
    let to: string | null = null;
    try {
      const flow = this.flows.find(browser, new URLSearchParams(query).get('state'));
      to = flow.to;
      if (await this.limits.isExceeded('sso-by-address', actor.address)) throw new SsoError('limit');
      await this.flows.spend(browser, flow);
      const state = await this.signIn(actor, browser, { query, flow });
      await this.limits.giveBackPoint('sso-by-address', actor.address);
      return { state, to };
    } catch (error) {
      return { ...this.record(error, actor), to };
    }
  }

  private async signIn(
    actor: Actor,
    browser: Browser,
    answer: { query: string; flow: SignInFlow },
  ): Promise<SignInStateName> {
    const claims = await this.provider.redeem(answer.query, answer.flow);
    const accountId = await this.links.resolveAccount(this.userOf(claims));
    const candidate = await this.firstStep.candidateById(accountId);
    if (!candidate?.isStaff) throw new SsoError('unknown', candidate ? 'no-role' : 'closed', accountId);
    const isSecondStepMet = await this.isSecondStepMet(claims, accountId);
    return (await this.firstStep.complete(candidate, 'sso', actor, browser, { isSecondStepMet })).state;
  }

  /** @throws SsoError `unverified` or `domain` */
  private userOf(claims: IdTokenClaims): ProviderUser {
    const { iss: issuer, sub: subject } = claims;
    const email = normalEmail(String(claims['email'] ?? ''));
    if (!email || !isVerified(claims)) throw new SsoError('unverified');
    const domain = email.slice(email.lastIndexOf('@') + 1);
    if (!this.config.OIDC_DOMAINS?.includes(domain)) throw new SsoError('domain');
    // A Google account with an address of another company isn't managed by that company without `hd`.
    if (issuer === google && domain !== 'gmail.com' && claims['hd'] !== domain) throw new SsoError('domain', 'hd');
    const name = String(claims['name'] ?? '').trim() || email.slice(0, email.indexOf('@'));
    const locale = String(claims['locale'] ?? '').startsWith('es') ? 'es' : 'en';
    const groups = [claims[this.config.OIDC_GROUPS_CLAIM] ?? []].flat().map(String);
    return { issuer, subject, email, name: name.slice(0, 200), locale, groups };
  }

  /**
   * The provider's second factor replaces ours only if the operator says that it always asks for one, and never for roles
   * with power over money, survivors' records or other people.
   */
  private async isSecondStepMet({ amr }: IdTokenClaims, accountId: string): Promise<boolean> {
    if (!this.config.OIDC_ENFORCES_MFA || (Array.isArray(amr) && !amr.includes('mfa'))) return false;
    const powerful = await this.db.query(
      `SELECT FROM ${grantedRoles} g WHERE g.account_id = $1 AND g.role = ANY ($2)`,
      [accountId, powerfulRoles],
    );
    return powerful.length === 0;
  }

  /** Other errors are ours, and get the page for them. */
  private record(error: unknown, { address }: Actor): { failure: SsoFailure } {
    if (!(error instanceof SsoError)) throw error;
    const { failure, detail, accountId } = error;
    // RateLimits recorded it.
    if (failure !== 'limit')
      this.events.record({ kind: 'sign-in-failed', accountId, detail: `sso-${detail}`, address });
    return { failure };
  }
}

const google = 'https://accounts.google.com';
const microsoft = 'https://login.microsoftonline.com/';

/**
 * Microsoft states with `xms_edov` that the owner of the domain vouches for the address. Without it, anyone can give their
 * own account there another person's address.
 */
function isVerified(claims: IdTokenClaims): boolean {
  if (!claims.iss.startsWith(microsoft)) return claims['email_verified'] === true;
  return [true, 1, '1', 'true'].includes(claims['xms_edov'] as boolean | number | string);
}
