import { pdfText } from '@upstander/files/documents';
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify, type JsonWebKey } from 'node:crypto';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import {
  completeLessons,
  courseGrants,
  shippedCourse,
  wholeProgress,
  type Completed,
} from '@upstander/tests/support/courses.js';

let app: TestApp;
let completion: Completed;
let email: string;
let ana: Awaited<ReturnType<TestApp['signedIn']>>;
const seed = randomBytes(32);
let trainingName: string;
beforeAll(async () => {
  app = await startApp({ config: { BADGE_KEY: seed.toString('base64url') } });
  app.clock.set('2026-12-01T18:00:00Z');
  trainingName = (await courseGrants(app, 'Knows the signs')).name;
  ana = await app.signedIn({ name: 'Ana Reyes' });
  ({ email } = ana);
  completion = (await completeLessons(app, ana, await wholeProgress(app), 'Ana Reyes')).data.completeCourse;
});
afterAll(() => app.close());

const localUrl = (url: string) => url.replace(app.config.PUBLIC_URL, app.url);

/** Fetches a file by its emailed link, as a browser does. */
async function file(url: string): Promise<Response> {
  const first = await fetch(localUrl(url), { redirect: 'manual' });
  if (first.status !== 303) return first;
  const cookie = first.headers.getSetCookie()[0]!.split(';')[0]!;
  return fetch(new URL(first.headers.get('location')!, app.url), { headers: { cookie } });
}
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;

test('renders a certificate in the requested language', async () => {
  const answer = await file(completion.certificateUrl);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const text = pdfText(Buffer.from(await answer.arrayBuffer())).normalize('NFC');
  for (const expected of ['Ana Reyes', shippedCourse.en.title, 'December 1, 2026', 'November 30, 2027', trainingName]) {
    expect(text).toContain(expected);
  }
  const es = pdfText(Buffer.from(await (await file(`${completion.certificateUrl}?lang=es`)).arrayBuffer())).normalize(
    'NFC',
  );
  expect(es).toContain(shippedCourse.es.title);
});

/**
 * Verifies a badge as a third party would under 1EdTech Open Badges 3.0, 8.2: it parses the compact JWS, fetches the
 * key named in the header and verifies with WebCrypto, which didn't sign it. Returns the credential.
 */
async function verifiedBadge(jws: string): Promise<Record<string, unknown>> {
  const [head = '', body = '', signature = ''] = jws.split('.');
  const { kid, alg, typ } = decoded(head);
  expect({ alg, typ }).toEqual({ alg: 'RS256', typ: 'JWT' });
  const found = await fetch(localUrl(String(kid)));
  expect(found.headers.get('access-control-allow-origin')).toBe('*');
  const jwk = (await found.json()) as JsonWebKey;
  expect(Object.keys(jwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('jwk', jwk, algorithm, true, ['verify']);
  expect(key.algorithm).toMatchObject({ modulusLength: 2048 });
  const input = Buffer.from(`${head}.${body}`);
  if (!(await crypto.subtle.verify(algorithm, key, Buffer.from(signature, 'base64url'), input)))
    throw new Error('The signature does not match.');
  const claims = decoded(body);
  const credential = claims as { issuer: { id: string }; credentialSubject: { id: string }; validFrom: string };
  expect(claims).toMatchObject({
    iss: credential.issuer.id,
    jti: claims['id'],
    sub: credential.credentialSubject.id,
    nbf: Date.parse(credential.validFrom) / 1000,
    exp: Date.parse(String(claims['validUntil'])) / 1000,
  });
  return claims;
}

test('lets a wallet fetch a badge by its link and verify it', async () => {
  const answer = await fetch(localUrl(completion.badgeUrl), { redirect: 'manual' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/vc+jwt']);
  expect([answer.headers.getSetCookie(), answer.headers.get('access-control-allow-origin')]).toEqual([[], '*']);
  const jws = await answer.text();
  const { kid } = decoded(jws.split('.')[0]!);
  expect(await verifiedBadge(jws)).toHaveProperty('name');

  const [head, body = '', signature] = jws.split('.');
  const other = Buffer.from(JSON.stringify({ ...decoded(body), name: 'Something else' })).toString('base64url');
  await expect(verifiedBadge([head, other, signature].join('.'))).rejects.toThrow('The signature does not match.');

  const key = await (await fetch(localUrl(String(kid)))).json();
  const { keys } = (await (await fetch(`${app.url}/.well-known/jwks.json`)).json()) as { keys: JsonWebKey[] };
  expect(keys[0]).toEqual(key);
});

test("doesn't open the certificate with the link of the badge", async () => {
  const asCertificate = completion.badgeUrl.replace('/badges/', '/certificates/').replace('.jwt', '.pdf');
  expect((await file(asCertificate)).status).toBe(404);
});

test('follows Open Badges 3.0 without a readable name or email address', async () => {
  const jws = await (await fetch(localUrl(completion.badgeUrl))).text();
  const claims = await verifiedBadge(jws);
  expect(claims).toMatchObject({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    validFrom: '2026-12-01T00:00:00Z',
    validUntil: '2027-11-30T23:59:59Z',
    credentialSubject: {
      id: expect.stringMatching(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
      type: ['AchievementSubject'],
      achievement: {
        type: ['Achievement'],
        name: shippedCourse.en.title,
        achievementType: 'Course',
        inLanguage: 'en',
        image: { type: 'Image' },
      },
    },
  });
  expect(JSON.stringify(claims)).not.toMatch(/Ana|Reyes|@example/);
  const { identifier, achievement } = claims['credentialSubject'] as {
    identifier: Array<{ identityType: string; identityHash: string; hashed: boolean; salt: string }>;
    achievement: { image: { id: string } };
  };
  const identity: Record<string, string> = { name: 'Ana Reyes', emailAddress: email };
  for (const { identityType, identityHash, hashed, salt } of identifier) {
    const expected = createHash('sha256').update(`${identity[identityType]}${salt}`).digest('hex');
    expect([hashed, identityHash]).toEqual([true, `sha256$${expected}`]);
  }
  expect(identifier).toHaveLength(2);
  expect((await fetch(localUrl(achievement.image.id))).headers.get('content-type')).toBe('image/png');
  const issuer = await (await fetch(localUrl(String(claims['iss'])))).json();
  expect(issuer).toMatchObject({ id: claims['iss'], type: ['Profile'], name: app.config.ORGANIZATION_NAME });
  const es = await verifiedBadge(await (await fetch(`${localUrl(completion.badgeUrl)}?lang=es`)).text());
  expect(es).toMatchObject({ credentialSubject: { achievement: { inLanguage: 'es', name: shippedCourse.es.title } } });
});

test('keeps the link and key of badges issued before 0.3', async () => {
  const { data } = await app.graphql<{ myCompletions: Array<{ certificateUrl: string }> }>(
    '{ myCompletions { certificateUrl } }',
    {},
    ana,
  );
  const mailed = data.myCompletions[0]!.certificateUrl.replace('.pdf', '.jwt');
  expect(await verifiedBadge(await (await file(mailed)).text())).toHaveProperty('name');

  // Signed as the software did before 0.3, with the configured seed.
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const signature = sign(null, Buffer.from('a.b'), createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }));
  const jwk = (await (await fetch(`${app.url}/.well-known/badge-key.json`)).json()) as JsonWebKey;
  expect(verify(null, Buffer.from('a.b'), createPublicKey({ key: jwk, format: 'jwk' }), signature)).toBe(true);
  const { keys } = (await (await fetch(`${app.url}/.well-known/jwks.json`)).json()) as { keys: JsonWebKey[] };
  expect(keys).toContainEqual(jwk);
});

test('revokes the certificate and badge along with the training, and rejects other links', async () => {
  expect((await fetch(`${app.url}/certificates/${'A'.repeat(46)}.pdf`)).status).toBe(404);
  await app.db.query(
    `UPDATE volunteers.credential c SET status = 'revoked' FROM volunteers.volunteer v
     WHERE v.id = c.volunteer_id AND v.email = $1`,
    [email],
  );
  expect([(await file(completion.certificateUrl)).status, (await file(completion.badgeUrl)).status]).toEqual([
    404, 404,
  ]);
});
