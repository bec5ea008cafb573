import type { Config } from '@upstander/platform';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signOn } from './sign-on.check.js';

describe('the check of single sign-on', () => {
  let server: Server;
  let issuer: string;
  let answer: { status: number; metadata: object };
  beforeEach(async () => {
    server = createServer((_, response) => {
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.metadata));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [authorization_endpoint, token_endpoint, jwks_uri] = ['a', 't', 'k'].map((path) => `${issuer}/${path}`);
    answer = { status: 200, metadata: { issuer, authorization_endpoint, token_endpoint, jwks_uri } };
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const examine = async (settings: object = {}) => {
    const client = {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'upstander',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_NAME: 'Contoso',
    };
    const config = { adminUrl: 'https://admin.example.org', ...client, ...settings } as unknown as Config;
    const [finding] = await signOn.runCheck({ config, environment: {} });
    return [finding?.state, `${finding?.says} ${finding?.todo ?? ''}`];
  };
  const mentions = (text: string) => expect.stringContaining(text) as string;

  test('names the redirect URI if the provider answers', async () => {
    expect(await examine()).toEqual(['ok', mentions('https://admin.example.org/sso/callback')]);
  });

  test('is content without a provider', async () => {
    expect(await examine({ OIDC_ISSUER: undefined })).toEqual(['ok', mentions('not set up')]);
  });

  test('finds an outage, another issuer, and metadata without a token endpoint', async () => {
    answer = { status: 200, metadata: { ...answer.metadata, token_endpoint: undefined } };
    expect(await examine()).toEqual(['wrong', mentions('no token_endpoint')]);
    answer = { status: 200, metadata: { ...answer.metadata, issuer: 'https://other.example.org' } };
    expect(await examine()).toEqual(['wrong', mentions('exactly the “issuer”')]);
    answer = { status: 503, metadata: {} };
    expect(await examine()).toEqual(['wrong', mentions(issuer)]);
  });
});
