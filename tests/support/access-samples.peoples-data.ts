import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { anAccount } from './people.js';

const address = () => `${randomUUID()}@example.org`;
const day = '2099-12-31';

async function aRequest({ app }: Place, email = address()): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO identity.data_request (kind, status, email, locale, two_people, by_operator, requested_at, due_on)
     VALUES ('erasure', 'open', $1, 'en', false, true, now(), $2) RETURNING id`,
    [email, day],
  );
  return row!.id;
}

async function aHold({ app }: Place): Promise<string> {
  const placerId = await anAccount(app.db, { role: 'admin' });
  await app.db.query(`UPDATE identity.account SET vouched_at = now() WHERE id = $1`, [placerId.id]);
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO identity.legal_hold (email, reason, ends_on, placed_by, placed_at) VALUES ($1, 'A case', $2, $3, now()) RETURNING id`,
    [address(), day, placerId.id],
  );
  return row!.id;
}

async function aLink({ app }: Place, email = address()): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO identity.data_link (email, locale, created_at, expires_at) VALUES ($1, 'en', now(), $2) RETURNING id`,
    [email, day],
  );
  return app.nest.get(SignedIds).sign('my-data', row!.id);
}

export const peoplesDataSamples: Record<string, MakeSample> = {
  requestMyData: () => ({ variables: { input: { email: address() } } }),
  myData: async (place) => ({ variables: { token: await aLink(place) } }),
  eraseMyData: async (place) => ({ variables: { token: await aLink(place) } }),
  withdrawMyErasure: async (place) => {
    const email = address();
    await aRequest(place, email);
    return { variables: { token: await aLink(place, email) } };
  },
  openMyData: () => ({}),
  signedInRecently: () => ({}),
  dataRequests: () => ({ select: '{ totalCount }' }),
  openDataRequest: () => ({ variables: { input: { kind: 'ERASURE', email: address() } } }),
  approveDataRequest: async (place) => ({ variables: { id: await aRequest(place) } }),
  withdrawDataRequest: async (place) => ({ variables: { id: await aRequest(place) } }),
  legalHolds: () => ({ select: '{ totalCount }' }),
  retentionRules: () => ({ select: '{ about }' }),
  placeLegalHold: () => ({ variables: { input: { email: address(), reason: 'A case', endsOn: day } } }),
  endLegalHold: async (place) => ({ variables: { id: await aHold(place) } }),
};

export const peoplesDataRouteSamples: Record<string, MakeSample> = {
  'GET /my-data/:token.zip': async (place) => ({ path: `/my-data/${await aLink(place)}.zip` }),
};
