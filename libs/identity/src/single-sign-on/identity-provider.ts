import { Injectable } from '@nestjs/common';
import { Clock, Config, Logger, Outage } from '@upstander/platform';
import * as oidc from 'openid-client';
import type { SignInFlow } from './sign-in-flows.js';
import { SsoError } from './sso-error.js';

const timeoutSeconds = 5;
/** Keys are fetched again when a token names an unknown one. */
const discoveryMs = 60 * 60_000;

type Discovery = { readonly provider: Promise<oidc.Configuration>; readonly until: number };

export type IdTokenClaims = oidc.IDToken;

/** The operator's OpenID Connect provider. `openid-client` checks its answers. */
@Injectable()
export class IdentityProvider {
  /** Registered at the provider, which accepts no other. */
  readonly redirectUri: string;
  private readonly outage: Outage;
  private discovery: Discovery | null = null;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    logger: Logger,
  ) {
    this.redirectUri = `${config.adminUrl}/sso/callback`;
    this.outage = new Outage(logger, 'the identity provider', () => clock.now());
  }

  get isConfigured(): boolean {
    return this.config.OIDC_ISSUER !== undefined;
  }

  /** @throws SsoError `unavailable` */
  async authorizationUrl({ state, nonce, verifier }: SignInFlow): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.provider(), {
      redirect_uri: this.redirectUri,
      response_type: 'code',
      response_mode: 'query',
      scope: this.config.OIDC_SCOPES,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Exchanges the code for an ID token and returns its claims. The library checks the issuer of the answer (RFC 9207), the
   * state, and the signature, issuer, audience, times and nonce of the token.
   * @throws SsoError `denied`, `rejected` or `unavailable`
   */
  async redeem(query: string, { state, nonce, verifier }: SignInFlow): Promise<IdTokenClaims> {
    const provider = await this.provider();
    const url = new URL(this.redirectUri);
    url.search = query;
    try {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const claims = (await oidc.authorizationCodeGrant(provider, url, checks)).claims();
      this.outage.reportRecovery();
      return claims!;
    } catch (error) {
      throw this.explain(error);
    }
  }

  private async provider(): Promise<oidc.Configuration> {
    const now = this.clock.now().valueOf();
    if (!this.discovery || this.discovery.until <= now)
      this.discovery = { provider: discoverProvider(this.config), until: now + discoveryMs };
    const { discovery } = this;
    try {
      const provider = await discovery.provider;
      this.outage.reportRecovery();
      return provider;
    } catch (error) {
      if (this.discovery === discovery) this.discovery = null;
      throw this.explain(error, 'unavailable');
    }
  }

  private explain(error: unknown, whenUnclear: 'rejected' | 'unavailable' = 'rejected'): SsoError {
    const { failure, detail } = describeError(error, whenUnclear);
    if (failure === 'unavailable') this.outage.isAway(detail);
    return new SsoError(failure, detail);
  }
}

/** @throws if the address has no metadata of an OpenID Connect provider with this issuer */
export async function discoverProvider(config: Config): Promise<oidc.Configuration> {
  const { OIDC_CLIENT_ID: id = '', OIDC_CLIENT_SECRET: secret = '' } = config;
  const issuer = new URL(config.OIDC_ISSUER ?? '');
  const provider = await oidc.discovery(issuer, id, undefined, clientAuthentication(secret), {
    timeout: timeoutSeconds,
    // The settings refuse http: in production, except on a private network.
    ...(issuer.protocol === 'http:' && { execute: [oidc.allowInsecureRequests] }),
  });
  // Checks the signature as well, although the token comes directly from the provider.
  oidc.enableNonRepudiationChecks(provider);
  return provider;
}

/** Basic unless the provider offers only POST, as OpenID Connect Discovery 1.0 has it. */
function clientAuthentication(secret: string): oidc.ClientAuth {
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const offered = server.token_endpoint_auth_methods_supported;
    const isPost = offered?.includes('client_secret_post') && !offered.includes('client_secret_basic');
    (isPost ? post : basic)(server, client, body, headers);
  };
}

const deniedCodes = new Set(['access_denied', 'login_required', 'interaction_required', 'consent_required']);
const outageCodes = new Set([
  'server_error',
  'temporarily_unavailable',
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

function describeError(error: unknown, whenUnclear: 'rejected' | 'unavailable') {
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    const detail = /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'error';
    if (deniedCodes.has(detail)) return { failure: 'denied', detail } as const;
    return { failure: outageCodes.has(detail) ? 'unavailable' : 'rejected', detail } as const;
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  // fetch() fails with a TypeError without a code of its own.
  if (code === null || outageCodes.has(code) || !code.startsWith('OAUTH_'))
    return { failure: 'unavailable', detail: code ?? 'network' } as const;
  return { failure: whenUnclear, detail: claimOf(error) ?? code } as const;
}

/** Name of the claim that was wrong, for example `nonce`. */
function claimOf(error: unknown): string | null {
  const cause: unknown = error instanceof Error ? error.cause : null;
  const { claim } = Object(cause instanceof Error ? cause.cause : cause) as { claim?: unknown };
  return typeof claim === 'string' && /^[a-z_]{1,20}$/.test(claim) ? claim : null;
}
