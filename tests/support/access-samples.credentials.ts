import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aCredential, aCredentialType } from './credentials.js';
import { aShift, aSignup } from './factories.js';
import { aVolunteer } from './volunteers.js';

const typeInput = () => ({ kind: 'TRAINING', name: `Course ${randomUUID()}`, nameEs: 'Curso' });
const claimCredential = async ({ app }: Place, volunteerId: string) =>
  aCredential(app.db, { volunteerId, typeId: (await aCredentialType(app.db)).id, status: 'claimed' });
const claimIn = async (place: Place) => claimCredential(place, (await aVolunteer(place.app, place.chapter.id)).id);

async function meAsVolunteer({ app, caller, chapter }: Place): Promise<string> {
  const shift = await aShift(app.db, { event: { chapterId: chapter.id, startsAt: new Date(Date.now() - 86_400_000) } });
  return (await aSignup(app.db, { shiftId: shift.id, ...(caller.email && { email: caller.email }) })).volunteerId;
}

async function screeningOf({ app }: Place, volunteerId: string, status: string): Promise<string> {
  const type = await aCredentialType(app.db, { kind: 'screening' });
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, created_at, updated_at)
     VALUES ($1, $2, 'screening', 'requested', now(), now()) RETURNING id`,
    [volunteerId, type.id],
  );
  const stepsToStatus = {
    // In milliseconds like the app's clock, so that an immediate answer isn't too early.
    disclosed: `disclosed_at = date_trunc('milliseconds', now()), text_version = 1`,
    authorised: `authorised_at = date_trunc('milliseconds', now()), signed_name = 'Ana Reyes'`,
    under_review: `notified_at = date_trunc('milliseconds', now()), final_from = '2030-01-01'`,
  };
  for (const [to, change] of Object.entries(stepsToStatus)) {
    if (status === 'requested') break;
    await app.db.query(`UPDATE volunteers.credential SET status = $2, ${change} WHERE id = $1`, [row!.id, to]);
    if (to === status) break;
  }
  return row!.id;
}

async function requestGuardian(place: Place): Promise<string> {
  const { id } = await aVolunteer(place.app, place.chapter.id);
  const type = await aCredentialType(place.app.db, { kind: 'waiver' });
  const [row] = await place.app.db.query<{ id: string }>(
    `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, text_version, guardian_email, created_at, updated_at)
     VALUES ($1, $2, 'waiver', 'requested', 1, 'parent@example.org', now(), now()) RETURNING id`,
    [id, type.id],
  );
  return place.app.nest.get(SignedIds).sign('guardian-waiver', row!.id);
}

export const credentialSamples: Record<string, MakeSample> = {
  credentialTypes: () => ({}),
  allCredentialTypes: () => ({}),
  credentialText: async ({ app }) => ({
    variables: { typeId: (await aCredentialType(app.db, { kind: 'waiver' })).id },
  }),
  createCredentialType: () => ({ variables: { input: typeInput() } }),
  updateCredentialType: async ({ app }) => ({
    variables: { id: (await aCredentialType(app.db)).id, input: typeInput() },
  }),
  retireCredentialType: async ({ app }) => ({ variables: { id: (await aCredentialType(app.db)).id } }),
  publishCredentialText: async ({ app }) => ({
    variables: {
      typeId: (await aCredentialType(app.db, { kind: 'waiver' })).id,
      input: { body: 'I take part at my own risk.', bodyEs: 'Participo bajo mi propio riesgo.' },
    },
  }),
  requireCredential: async ({ app, chapter }) => ({
    variables: {
      input: {
        shiftId: (await aShift(app.db, { event: { chapterId: chapter.id } })).id,
        typeId: (await aCredentialType(app.db)).id,
        timing: 'BEFORE_SHIFT',
      },
    },
  }),
  missingCredentials: async ({ app, chapter }) => ({
    variables: { shiftIds: [(await aShift(app.db, { event: { chapterId: chapter.id } })).id] },
    select: '{ reason }',
  }),
  credentialsToDecide: async (place) => {
    const id = await claimIn(place);
    return {
      variables: { first: 100 },
      select: '{ edges { node { id } } }',
      sees: (answer) => (answer as { edges: Array<{ node: { id: string } }> }).edges.some(({ node }) => node.id === id),
    };
  },
  credentialsExpiring: async (place) => {
    const { id: volunteerId } = await aVolunteer(place.app, place.chapter.id);
    const typeId = (await aCredentialType(place.app.db)).id;
    const expiresOn = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    const id = await aCredential(place.app.db, { volunteerId, typeId, expiresOn });
    return {
      variables: { filter: { typeId }, first: 100 },
      select: '{ edges { node { id } } }',
      sees: (answer) => (answer as { edges: Array<{ node: { id: string } }> }).edges.some(({ node }) => node.id === id),
    };
  },
  credentialHolders: async ({ app }) => ({ variables: { typeId: (await aCredentialType(app.db)).id } }),
  recordCredential: async (place) => ({
    variables: {
      input: {
        volunteerId: (await aVolunteer(place.app, place.chapter.id)).id,
        typeId: (await aCredentialType(place.app.db)).id,
        issuedOn: '2026-01-10',
      },
    },
    select: '{ id }',
  }),
  decideCredentials: async (place) => ({
    variables: { ids: [await claimIn(place)], approve: true },
    select: '{ id }',
  }),
  revokeCredential: async ({ app, chapter }) => {
    const { id } = await aVolunteer(app, chapter.id);
    const typeId = (await aCredentialType(app.db)).id;
    return {
      variables: { id: await aCredential(app.db, { volunteerId: id, typeId }), reason: 'It was of somebody else.' },
      select: '{ id }',
    };
  },
  claimCredential: async ({ app }) => ({
    variables: {
      input: { typeId: (await aCredentialType(app.db)).id, issuedOn: '2026-01-10', evidence: 'At the library.' },
    },
    select: '{ id }',
  }),
  signWaiver: async ({ app }) => ({
    variables: {
      input: { typeId: (await aCredentialType(app.db, { kind: 'waiver' })).id, version: 1, name: 'Ana Reyes' },
    },
    select: '{ id }',
  }),
  withdrawCredential: async (place) => ({
    variables: { id: await claimCredential(place, await meAsVolunteer(place)) },
    select: '{ id }',
  }),
  requestScreening: async (place) => ({
    variables: {
      volunteerId: (await aVolunteer(place.app, place.chapter.id)).id,
      typeId: (await aCredentialType(place.app.db, { kind: 'screening' })).id,
    },
    select: '{ id }',
  }),
  acknowledgeDisclosure: async (place) => ({
    variables: { id: await screeningOf(place, await meAsVolunteer(place), 'requested'), version: 1 },
    select: '{ id }',
  }),
  authoriseScreening: async (place) => ({
    variables: { id: await screeningOf(place, await meAsVolunteer(place), 'disclosed'), name: 'Ana Reyes' },
    select: '{ id }',
  }),
  recordScreening: async (place) => ({
    variables: {
      input: {
        id: await screeningOf(place, (await aVolunteer(place.app, place.chapter.id)).id, 'authorised'),
        clear: true,
        issuedOn: '2026-01-10',
        providerReference: 'A-1',
      },
    },
    select: '{ id }',
  }),
  decideScreening: async (place) => ({
    variables: {
      id: await screeningOf(place, (await aVolunteer(place.app, place.chapter.id)).id, 'under_review'),
      approve: true,
    },
    select: '{ id }',
  }),
  recordEventTraining: async ({ app, chapter }) => {
    const event = { chapterId: chapter.id, startsAt: new Date(Date.now() - 86_400_000) };
    const shift = await aShift(app.db, { event });
    const { id } = await aSignup(app.db, { shiftId: shift.id });
    await app.db.query(`UPDATE events.signup SET status = 'completed', checked_in_at = now() WHERE id = $1`, [id]);
    return { variables: { eventId: shift.eventId, typeId: (await aCredentialType(app.db)).id } };
  },
  guardianWaiver: async (place) => ({ variables: { token: await requestGuardian(place) } }),
  signGuardianWaiver: async (place) => ({
    variables: { input: { token: await requestGuardian(place), version: 1, name: 'Luz Reyes' } },
  }),
};
