import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import {
  aConsultation,
  anApplication,
  anIntroduction,
  applyInput,
  runBypassingTriggers,
  safeContact,
} from './advocacy.js';
import { days } from './movable-clock.js';
import { aMember } from './opportunities.js';
import { advocateKeyInput, aPair, wrappedFor } from './team-keys.js';
import { anAccount } from './people.js';

const nodes = (answer: unknown) =>
  (answer as { edges: Array<{ node: { id: string } }> }).edges.map(({ node }) => node.id);
const edges = '{ edges { node { id } } }';
const dateInDays = (n: number) => new Date(Date.now() + days(n)).toISOString();

/**
 * Assigns the record to the calling advocate: this checks permissions, not ownership. Other concurrent callers leave it
 * assigned.
 */
async function takeRecord({ app, caller }: Place, kind: 'application' | 'consultation', id: string): Promise<string> {
  await runBypassingTriggers(
    app,
    `UPDATE sealed.${kind} SET taken_by = $2
     WHERE id = $1 AND EXISTS (SELECT FROM identity."grant" WHERE account_id = $2 AND role = 'advocate')`,
    [id, caller.accountId],
  );
  return id;
}
const applicationIn = async (place: Place) => takeRecord(place, 'application', (await anApplication(place.app)).id);
const consultationIn = async (place: Place) => takeRecord(place, 'consultation', (await aConsultation(place.app)).id);

/** Shared per use: creating one takes a dozen requests, and these calls don't change it. */
const introductions = new Map<string, ReturnType<typeof anIntroduction>>();
function sharedIntroduction({ app, own }: Place, use: string): ReturnType<typeof anIntroduction> {
  const name = `${app.url}/${use}/${own ? 'own' : 'other'}`;
  const introduced = introductions.get(name) ?? anIntroduction(app);
  introductions.set(name, introduced);
  return introduced;
}

async function introductionIn(place: Place, use = 'inbox') {
  const introduced = await sharedIntroduction(place, use);
  const { app, caller, own } = place;
  if (own && caller.accountId) await aMember(app.db, introduced.member.businessId, caller.accountId);
  await takeRecord(place, 'application', introduced.id);
  return introduced;
}

const withCode =
  (extra: Record<string, unknown> = {}): MakeSample =>
  async (place) => ({ variables: { input: { code: (await sharedIntroduction(place, 'code')).code, ...extra } } });
const consentSample =
  (use: string): MakeSample =>
  async (place) => {
    const { code, consentId } = await sharedIntroduction(place, use);
    return { variables: { input: { code, consentId } } };
  };
const ofApplication =
  (extra: Record<string, unknown>): MakeSample =>
  async (place) => ({ variables: { input: { applicationId: await applicationIn(place), ...extra } } });
const recordSample =
  (extra: Record<string, unknown> = {}): MakeSample =>
  async (place) => ({
    variables: { input: { recordId: await applicationIn(place), kind: 'APPLICATION', ...extra } },
  });
const byId =
  (createSample: (place: Place) => Promise<string>): MakeSample =>
  async (place) => ({ variables: { id: await createSample(place) } });

async function keyOf({ app, caller }: Place): Promise<void> {
  if (!caller.accountId) return;
  await runBypassingTriggers(
    app,
    `INSERT INTO sealed.advocate_key (account_id, public_key, wrapped_private_key, salt, iterations, iv, created_at)
     VALUES ($1, $2, 'x', 'x', 1, 'x', now()) ON CONFLICT DO NOTHING`,
    [caller.accountId, Buffer.from(aPair().publicKey, 'base64')],
  );
}

async function teamKeyOf(place: Place): Promise<string> {
  const [key] = await runBypassingTriggers<{ id: string }>(
    place.app,
    `INSERT INTO sealed.team_key (id, public_key, created_by, created_at) VALUES ($1, $2, $3, now()) RETURNING id`,
    [randomUUID(), Buffer.from(aPair().publicKey, 'base64'), randomUUID()],
  );
  return key!.id;
}

export const advocacySamples: Record<string, MakeSample> = {
  advocacyReport: () => ({ variables: { from: '2026-01-01', to: '2026-12-31' } }),
  advocateKeys: () => ({}),
  auditChain: () => ({}),
  lastAuditCheck: async ({ app }) => {
    await app.runJob('check-audit-chain');
    return {};
  },
  auditTrail: async ({ app }) => {
    const { id } = await anApplication(app);
    return { variables: { filter: { recordId: id } }, select: '{ edges { node { seq } } }' };
  },
  discreetNoticeSamples: () => ({ variables: { language: 'EN' } }),
  consultationKey: async (place) => {
    await teamKeyOf(place);
    return {};
  },
  myIntroduction: byId(async (place) => (await introductionIn(place)).introductionId),
  myIntroductions: async (place) => ({ variables: { businessId: (await introductionIn(place)).member.businessId } }),
  sealedApplication: byId(applicationIn),
  sealedApplications: async ({ app }) => {
    const { id } = await anApplication(app);
    return { variables: { first: 100 }, select: edges, sees: (answer) => nodes(answer).includes(id) };
  },
  sealedConsultation: byId(consultationIn),
  sealedConsultations: async ({ app }) => {
    const { id } = await aConsultation(app);
    return { variables: { first: 100 }, select: edges, sees: (answer) => nodes(answer).includes(id) };
  },

  answerIntroduction: async (place) => ({
    variables: { input: { id: (await introductionIn(place)).introductionId, answer: 'INTERESTED' } },
  }),
  answerRecord: withCode({ body: 'Thank you.' }),
  acknowledgeActionItems: async (place) => ({ variables: { applicationId: await applicationIn(place) } }),
  applyForPerson: async ({ app }) => ({ variables: { input: await applyInput(app) } }),
  applyToOpportunity: async ({ app }) => ({ variables: { input: await applyInput(app) } }),
  changeSafeContact: withCode({ safeContact }),
  closeApplication: byId(applicationIn),
  closeConsultation: byId(consultationIn),
  contactedPerson: recordSample(),
  createAdvocateKey: () => ({ variables: { input: advocateKeyInput() } }),
  createTeamKey: async (place) => {
    await keyOf(place);
    const { publicKey } = aPair();
    return { variables: { input: { publicKey, ...wrappedFor(publicKey, aPair()) } } };
  },
  eraseRecord: async ({ app }) => ({ variables: { input: { code: (await anApplication(app)).code } } }),
  giveConsent: consentSample('give'),
  introduce: async (place) => {
    const { id, consentId } = await introductionIn(place, 'introduce');
    return { variables: { input: { applicationId: id, consentId, alias: 'L.' } } };
  },
  liftHold: recordSample({ reason: 'Settled.' }),
  noteConflict: async (place) => ({ variables: { input: { id: await consultationIn(place), note: 'We know them.' } } }),
  openRecord: withCode(),
  placeHold: recordSample({ reason: 'A request of a court.' }),
  proposeConsent: ofApplication({ shares: 'A first name.', expiresAt: dateInDays(30) }),
  recordConsent: ofApplication({
    shares: 'A first name.',
    consentMethod: 'SIGNED',
    givenAt: dateInDays(-1),
    expiresAt: dateInDays(30),
  }),
  requestConsultation: () => ({ variables: { input: { nameToUse: 'Luna', safeContact, language: 'EN' } } }),
  revokeConsent: consentSample('revoke'),
  scheduleConsultation: async (place) => ({
    variables: {
      input: { id: await consultationIn(place), at: dateInDays(3), minutes: 45, timeZone: 'America/Los_Angeles' },
    },
  }),
  shareTeamKey: async (place) => {
    await keyOf(place);
    const keyId = await teamKeyOf(place);
    const { id: accountId } = await anAccount(place.app.db, { role: 'advocate' });
    await keyOf({ ...place, caller: { ...place.caller, accountId } });
    const share = wrappedFor(aPair().publicKey, aPair());
    if (place.caller.accountId) {
      await runBypassingTriggers(
        place.app,
        `INSERT INTO sealed.team_key_share (key_id, account_id, wrapped_private_key, wrapped_key, iv, shared_by, shared_at)
         VALUES ($1, $2, 'x', 'x', 'x', $2, now())`,
        [keyId, place.caller.accountId],
      );
    }
    return { variables: { input: { accountId, keyId, ...share } } };
  },
  takeApplication: byId(applicationIn),
  takeConsultation: byId(consultationIn),
  withdrawConsent: async (place) => {
    const { id, consentId } = await introductionIn(place, 'withdraw');
    return { variables: { input: { applicationId: id, consentId } } };
  },
  writeToAdvocate: async (place) => ({
    variables: { input: { introductionId: (await introductionIn(place)).introductionId, body: 'Hello.' } },
  }),
  writeToBusiness: async (place) => ({
    variables: { input: { introductionId: (await introductionIn(place)).introductionId, body: 'Hello.' } },
  }),
  writeToPerson: recordSample({ body: 'Hello.' }),
};

export const advocacyRouteSamples: Record<string, MakeSample> = {
  'GET /advocacy/appointments/:id.ics': async (place) => {
    const id = await consultationIn(place);
    await runBypassingTriggers(
      place.app,
      `UPDATE sealed.consultation SET appointment_at = now() + interval '3 days', appointment_minutes = 45,
         appointment_zone = 'America/Los_Angeles' WHERE id = $1`,
      [id],
    );
    return { path: `/advocacy/appointments/${id}.ics` };
  },
};
