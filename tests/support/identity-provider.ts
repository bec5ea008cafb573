import type { Database } from '@upstander/platform';
import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApp } from './app.js';
import { seals } from './seals.js';
import { aVisitor, type Visitor } from './visitors.js';

export interface ProviderOptions {
  /** Accepted redirect URIs. */
  redirectUris: readonly string[];
  clientId?: string;
  clientSecret?: string;
}

/** Claims of the ID token, and what a hostile or broken provider does instead. */
export interface ProviderAnswer {
  claims?: Record<string, unknown>;
  /** Parts of the token's header, for example `alg`. */
  header?: Record<string, unknown>;
  /** Signs with a key that isn't published. */
  isForged?: boolean;
  /** `iss` beside the code (RFC 9207); null leaves it out. */
  iss?: string | null;
  /** Instead of a code. */
  error?: string;
}

interface IssuedCode {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string;
  readonly answer: ProviderAnswer;
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/**
 * An OpenID Connect provider for tests. It checks the redirect URI, PKCE and the client secret, and accepts each code
 * once.
 */
export class TestProvider {
  /** Answers to the next sign-ins. */
  answer: ProviderAnswer = {};
  /** Metadata that replaces the real one. */
  metadata: Record<string, unknown> = {};
  /** If set, every endpoint responds with this status. */
  outage: number | null = null;
  readonly requests: string[] = [];
  readonly clientId: string;
  readonly clientSecret: string;
  private readonly key = newKey();
  private readonly forger = newKey();
  private readonly codes = new Map<string, IssuedCode>();

  private constructor(
    private readonly server: Server,
    private readonly options: ProviderOptions,
  ) {
    this.clientId = options.clientId ?? 'upstander-test';
    this.clientSecret = options.clientSecret ?? 'secret of the client: 100% safe';
  }

  static async start(options: ProviderOptions): Promise<TestProvider> {
    const server = createServer();
    const provider = new TestProvider(server, options);
    server.on(
      'request',
      (request: IncomingMessage, response: ServerResponse) => void provider.serve(request, response),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Settings of an installation that uses this provider. */
  get settings(): Record<string, string> {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: this.clientId,
      OIDC_CLIENT_SECRET: this.clientSecret,
      OIDC_NAME: 'Contoso',
      OIDC_DOMAINS: 'example.org',
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Returns the address that the provider redirects the browser to. @throws if the request is invalid */
  authorize(url: URL): URL {
    const asked = url.searchParams;
    const redirectUri = required(asked, 'redirect_uri');
    if (!this.options.redirectUris.includes(redirectUri)) throw new Error(`${redirectUri} is not registered.`);
    if (asked.get('client_id') !== this.clientId) throw new Error('Unknown client.');
    if (asked.get('response_type') !== 'code') throw new Error('Only codes are issued.');
    if (asked.get('response_mode') !== 'query') throw new Error('Only queries are sent.');
    if (asked.get('code_challenge_method') !== 'S256') throw new Error('PKCE is required.');
    const back = new URL(redirectUri);
    back.searchParams.set('state', required(asked, 'state'));
    const { answer } = this;
    if (answer.iss !== null) back.searchParams.set('iss', answer.iss ?? this.issuer);
    if (answer.error) {
      back.searchParams.set('error', answer.error);
      return back;
    }
    const code = randomBytes(16).toString('hex');
    const challenge = required(asked, 'code_challenge');
    this.codes.set(code, { redirectUri, challenge, nonce: required(asked, 'nonce'), answer });
    back.searchParams.set('code', code);
    return back;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    this.requests.push(url.pathname);
    const json = (status: number, body: object) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (this.outage !== null) return void response.writeHead(this.outage, { location: this.issuer }).end();
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(200, this.describe());
      case '/jwks':
        return json(200, {
          keys: [{ ...this.key.publicKey.export({ format: 'jwk' }), kid: 'a', use: 'sig', alg: 'RS256' }],
        });
      case '/authorize':
        return void response.writeHead(302, { location: this.authorize(url).href }).end();
      case '/token': {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const { status, body } = this.redeem(request.headers.authorization, Buffer.concat(chunks).toString());
        return json(status, body);
      }
      default:
        return json(404, {});
    }
  }

  private describe() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      authorization_response_iss_parameter_supported: true,
      ...this.metadata,
    };
  }

  private redeem(authorization: string | undefined, form: string): { status: number; body: object } {
    const fields = new URLSearchParams(form);
    // RFC 6749, 2.3.1: both parts are form-encoded before Base64.
    const encoded = (text: string) => new URLSearchParams({ text }).toString().slice('text='.length);
    const basic = Buffer.from(`${encoded(this.clientId)}:${encoded(this.clientSecret)}`).toString('base64');
    if (decodeBasic(authorization) !== decodeBasic(`Basic ${basic}`))
      return { status: 401, body: { error: 'invalid_client' } };
    const code = fields.get('code') ?? '';
    const issued = this.codes.get(code);
    this.codes.delete(code);
    const challenge = createHash('sha256')
      .update(fields.get('code_verifier') ?? '')
      .digest('base64url');
    if (!issued || issued.challenge !== challenge || issued.redirectUri !== fields.get('redirect_uri'))
      return { status: 400, body: { error: 'invalid_grant' } };
    return {
      status: 200,
      body: { access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', id_token: this.token(issued) },
    };
  }

  private token({ nonce, answer }: IssuedCode): string {
    const now = Math.floor(Date.now() / 1000);
    const standard = { iss: this.issuer, aud: this.clientId, sub: 'user-1', iat: now, exp: now + 300, nonce };
    const header = { alg: 'RS256', kid: 'a', typ: 'JWT', ...answer.header };
    const text = `${base64url(header)}.${base64url({ ...standard, ...answer.claims })}`;
    if (header.alg === 'none') return `${text}.`;
    const key: KeyObject = (answer.isForged ? this.forger : this.key).privateKey;
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  }
}

/** Browsers and libraries differ in which characters they encode. */
function decodeBasic(header = ''): string {
  return decodeURIComponent(
    Buffer.from(header.replace(/^Basic /, ''), 'base64')
      .toString()
      .replaceAll('+', ' '),
  );
}

function required(params: URLSearchParams, name: string): string {
  const value = params.get(name);
  if (!value) throw new Error(`${name} is missing.`);
  return value;
}

/** Links an account to a user of a provider. */
export async function aSignInIdentity(db: Database, accountId: string): Promise<void> {
  const link = { id: randomUUID(), accountId, issuer: 'https://accounts.example.org', subject: randomUUID() };
  await db.query(
    `INSERT INTO identity.sign_in_identity (id, account_id, issuer, subject, created_at, last_used_at, seal)
     VALUES ($1, $2, $3, $4, now(), now(), $5) ON CONFLICT DO NOTHING`,
    [link.id, accountId, link.issuer, link.subject, seals.identities.sealOf(link)],
  );
}

/** Follows a link of the site, with the cookies of the visitor. Returns where it leads. */
export async function openRedirect(app: TestApp, visitor: Visitor, path: string): Promise<URL> {
  const response = await fetch(app.url + path, {
    redirect: 'manual',
    headers: { ...(visitor.cookie && { cookie: visitor.cookie }), 'x-forwarded-for': visitor.address },
  });
  visitor.keepCookies(response.headers);
  const location = response.headers.get('location');
  if (response.status !== 303 || location === null) throw new Error(`${path} answered ${response.status}.`);
  return new URL(location, app.url);
}

/** Returns the address at the end. */
export async function signInWithProvider(app: TestApp, provider: TestProvider, visitor = aVisitor(app)): Promise<URL> {
  const back = provider.authorize(await openRedirect(app, visitor, '/sso?to=/events'));
  return openRedirect(app, visitor, back.pathname + back.search);
}
