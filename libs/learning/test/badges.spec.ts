import { pdfText } from '@upstander/platform/documents';
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { complete, courseGives, shipped, wholeProgress, type Completed } from '@upstander/tests/support/courses.js';

let app: TestApp;
let done: Completed;
let email: string;
let trainingName: string;
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T18:00:00Z');
  trainingName = (await courseGives(app, 'Knows the signs')).name;
  const ana = await app.signedIn({ name: 'Ana Reyes' });
  ({ email } = ana);
  done = (await complete(app, ana, await wholeProgress(app), 'Ana Reyes')).data.completeCourse;
});
afterAll(() => app.close());

const here = (url: string) => url.replace(app.config.PUBLIC_URL, app.url);

/** A file behind a link of a mail, as the browser that opens it gets it. */
async function file(url: string): Promise<Response> {
  const first = await fetch(here(url), { redirect: 'manual' });
  if (first.status !== 303) return first;
  const cookie = first.headers.getSetCookie()[0]!.split(';')[0]!;
  return fetch(new URL(first.headers.get('location')!, app.url), { headers: { cookie } });
}
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

test('a certificate says who, what and when, in the language that is asked for', async () => {
  const answer = await file(done.certificateUrl);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const text = pdfText(Buffer.from(await answer.arrayBuffer())).normalize('NFC');
  for (const said of ['Ana Reyes', shipped.en.title, 'December 1, 2026', 'November 30, 2027', trainingName]) {
    expect(text).toContain(said);
  }
  const es = pdfText(Buffer.from(await (await file(`${done.certificateUrl}?lang=es`)).arrayBuffer())).normalize('NFC');
  expect(es).toContain(shipped.es.title);
});

/*
 * As somebody else's program checks it: it knows the badge and nothing of us, finds the key where the header says, and asks
 * WebCrypto, which is not what signed.
 */
test('a badge is checked with the key that its header names, and a changed one is not', async () => {
  const answer = await file(done.badgeUrl);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/vc+jwt']);
  const [head = '', body = '', signature = ''] = (await answer.text()).split('.');
  const { kid, alg, typ } = decoded(head);
  expect([alg, typ]).toEqual(['EdDSA', 'JWT']);
  const found = await fetch(here(String(kid)));
  expect(found.headers.get('access-control-allow-origin')).toBe('*');
  const jwk = (await found.json()) as JsonWebKey;
  expect(Object.keys(jwk)).not.toContain('d');
  const key = await crypto.subtle.importKey('jwk', { kty: jwk.kty!, crv: jwk.crv!, x: jwk.x! }, 'Ed25519', true, [
    'verify',
  ]);
  const holds = (claims: string) =>
    crypto.subtle.verify('Ed25519', key, Buffer.from(signature, 'base64url'), Buffer.from(`${head}.${claims}`));
  expect(await holds(body)).toBe(true);
  const other = Buffer.from(JSON.stringify({ ...decoded(body), name: 'Something else' })).toString('base64url');
  expect(await holds(other)).toBe(false);
  // The same by the set that most verifiers read.
  const { keys } = (await (await fetch(`${app.url}/.well-known/jwks.json`)).json()) as { keys: JsonWebKey[] };
  const again = createPublicKey({ key: keys[0]!, format: 'jwk' });
  expect(verify(null, Buffer.from(`${head}.${body}`), again, Buffer.from(signature, 'base64url'))).toBe(true);
});

test('a badge is an Open Badges 3.0 credential: what it says stands where the standard says', async () => {
  const claims = decoded((await (await file(done.badgeUrl)).text()).split('.')[1]!);
  expect(claims).toMatchObject({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    validFrom: '2026-12-01T00:00:00Z',
    validUntil: '2027-11-30T23:59:59Z',
    nbf: Date.parse('2026-12-01T00:00:00Z') / 1000,
    exp: Date.parse('2027-11-30T23:59:59Z') / 1000,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityHash: 'Ana Reyes', identityType: 'name', hashed: false }],
      achievement: { type: ['Achievement'], name: shipped.en.title, achievementType: 'Course' },
    },
  });
  expect([claims['jti'], claims['iss']]).toEqual([claims['id'], (claims['issuer'] as { id: string }).id]);
  const issuer = await (await fetch(here(String(claims['iss'])))).json();
  expect(issuer).toMatchObject({ id: claims['iss'], type: ['Profile'], name: app.config.ORGANISATION_NAME });
});

test('once the training is taken back, neither is there any more; another link opens nothing', async () => {
  expect((await fetch(`${app.url}/certificates/${'A'.repeat(46)}.pdf`)).status).toBe(404);
  await app.db.query(
    `UPDATE volunteers.credential c SET status = 'revoked' FROM volunteers.volunteer v
     WHERE v.id = c.volunteer_id AND v.email = $1`,
    [email],
  );
  expect([(await file(done.certificateUrl)).status, (await file(done.badgeUrl)).status]).toEqual([404, 404]);
});
