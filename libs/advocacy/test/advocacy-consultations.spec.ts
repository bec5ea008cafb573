import { randomUUID } from 'node:crypto';
import {
  aConsultation,
  anAdvocate,
  asAdvocate,
  ask,
  runBypassingTriggers,
  safeContact,
  withCode,
  type SignedIn,
} from '@upstander/tests/support/advocacy.js';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import {
  advocateKeyInput,
  aNewPair,
  nextPair,
  aPair,
  openWith,
  sealedFor,
  wrappedFor,
} from '@upstander/tests/support/team-keys.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const requestConsultation = (parts: Record<string, unknown>) =>
  app.graphql<{ requestConsultation: { replyCode: string } }>(
    'mutation ($input: RequestConsultationInput!) { requestConsultation(input: $input) { replyCode } }',
    { input: { nameToUse: 'Wren', safeContact, language: 'ES', ...parts } },
  );
const timeInDays = (n: number) => new Date(app.clock.now().valueOf() + days(n)).toISOString();
const keys = `mine { publicKey wrappedPrivateKey salt iterations iv } teamKeys { keyId publicKey isCurrent createdAt
  wrappedPrivateKey wrappedKey iv } colleagues { accountId name publicKey teamKeyIds }`;
interface Keys {
  mine: { publicKey: string; wrappedPrivateKey: string } | null;
  teamKeys: Array<{
    keyId: string;
    publicKey: string;
    isCurrent: boolean;
    wrappedPrivateKey: string | null;
    wrappedKey: string | null;
  }>;
  colleagues: Array<{ accountId: string; publicKey: string | null; teamKeyIds: string[] }>;
}
const createKeyMutation =
  (name: string, type: string, { cookie }: SignedIn) =>
  (input: Record<string, unknown>) =>
    ask<Keys>(app, `mutation ($input: ${type}!) { ${name}(input: $input) { ${keys} } }`, { input }, { cookie });

/** Two advocates with a key pair each, and a team key created by the first. */
async function aTeam() {
  const [one, second] = [await anAdvocate(app), await anAdvocate(app, 'Noor Haddad')];
  const [firstPair, twos, team] = [nextPair(), nextPair(), nextPair()];
  await createKeyMutation('createAdvocateKey', 'CreateAdvocateKeyInput', one)(advocateKeyInput(firstPair));
  await createKeyMutation('createAdvocateKey', 'CreateAdvocateKeyInput', second)(advocateKeyInput(twos));
  const share = { publicKey: team.publicKey, ...wrappedFor(firstPair.publicKey, team) };
  const createdKeys = await createKeyMutation('createTeamKey', 'CreateTeamKeyInput', one)(share);
  return { one, two: second, ones: firstPair, twos, team, keyId: createdKeys.teamKeys[0]!.keyId };
}

describe('requesting a consultation', () => {
  test('needs a name and a safe contact, but no subject', async () => {
    const { data } = await requestConsultation({});
    // The request is in Spanish, where codes have five words.
    expect(data.requestConsultation.replyCode.split(' ')).toHaveLength(5);
    expect(refusal(await requestConsultation({ nameToUse: '' }))).toBe('BAD_INPUT');
  });

  test('moves from new through contacted and scheduled to closed, and the person sees the appointment', async () => {
    const { id, code } = await aConsultation(app, { interpreter: 'Mixteco' });
    const desk = asAdvocate(app, await anAdvocate(app));
    const record = { recordId: id, kind: 'CONSULTATION' };
    expect(await desk.takeConsultation(id)).toMatchObject({
      status: 'NEW',
      about: 'A paper I signed.',
      aboutSealed: null,
      aboutSealedBy: 'server',
      interpreter: true,
      interpreterLanguage: 'Mixteco',
    });
    await desk.contacted(record);
    expect(await desk.openConsultation(id)).toMatchObject({ status: 'CONTACTED' });
    const at = timeInDays(3);
    const scheduleInput = { id, at, minutes: 45, timeZone: 'America/Los_Angeles' };
    expect(await desk.schedule(scheduleInput)).toMatchObject({ status: 'SCHEDULED', appointmentAt: at });
    expect(await withCode(app, code).open()).toMatchObject({
      status: 'SCHEDULED',
      appointmentAt: at,
      appointmentMinutes: 45,
      timeZone: 'America/Los_Angeles',
    });
    expect(await desk.closeConsultation(id)).toMatchObject({ status: 'CLOSED' });
    await expect(desk.schedule(scheduleInput)).rejects.toThrow('RECORD_CLOSED');
  });

  test.each([
    ['in the past', { at: '2001-01-01T00:00:00.000Z' }, 'at'],
    ['for a minute', { minutes: 1 }, 'minutes'],
    ['for a day', { minutes: 1_440 }, 'minutes'],
  ])('refuses an appointment %s', async (_, parts, field) => {
    const { id } = await aConsultation(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.takeConsultation(id);
    const scheduleInput = { id, at: timeInDays(3), minutes: 45, timeZone: 'America/Los_Angeles', ...parts };
    await expect(desk.schedule(scheduleInput)).rejects.toThrow(`BAD_INPUT {"fields":{"${field}"`);
  });

  test('stores, changes and removes a conflict note', async () => {
    const { id, code } = await aConsultation(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await expect(desk.noteConflict({ id, note: 'We know them.' })).rejects.toThrow('TAKE_IT_FIRST');
    await desk.takeConsultation(id);
    expect(await desk.noteConflict({ id, note: ' We know them. ' })).toMatchObject({ conflictNote: 'We know them.' });
    expect(await desk.noteConflict({ id, note: '' })).toMatchObject({ conflictNote: null });
    expect(JSON.stringify(await withCode(app, code).open())).not.toContain('know them');
  });
});

describe('an appointment in a calendar', () => {
  const entry = (id: string, cookie?: string) =>
    fetch(`${app.url}/advocacy/appointments/${id}.ics`, { headers: cookie ? { cookie } : {} });

  test('reveals nothing but its time', async () => {
    const { id } = await aConsultation(app, { nameToUse: 'Xaviera' });
    const advocate = await anAdvocate(app);
    const desk = asAdvocate(app, advocate);
    await desk.takeConsultation(id);
    expect((await entry(id, advocate.cookie)).status).toBe(404);
    const scheduleInput = { id, at: '2099-12-05T18:30:00.000Z', minutes: 45, timeZone: 'America/Los_Angeles' };
    await desk.schedule(scheduleInput);
    const answer = await entry(id, advocate.cookie);
    const text = await answer.text();
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="appointment.ics"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const uid = /UID:(.*)/.exec(text)![1]!;
    expect(uid).not.toContain(id.slice(0, 8));
    expect(text.replace(/(UID|DTSTAMP):.*/g, '$1').split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Calendar//Calendar//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID',
      'DTSTAMP',
      'SEQUENCE:1',
      'DTSTART:20991205T183000Z',
      'DTEND:20991205T191500Z',
      'SUMMARY:Appointment',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    await desk.schedule({ ...scheduleInput, minutes: 60 });
    const movedEntry = await (await entry(id, advocate.cookie)).text();
    expect(movedEntry).toContain(`UID:${uid}`);
    expect(movedEntry).toContain('SEQUENCE:2');
  });

  test('is available only to its advocate', async () => {
    const { id } = await aConsultation(app);
    const advocate = await anAdvocate(app);
    await asAdvocate(app, advocate).takeConsultation(id);
    await asAdvocate(app, advocate).schedule({ id, at: timeInDays(3), minutes: 45, timeZone: 'America/Los_Angeles' });
    const admin = await app.signedIn({ role: 'admin' });
    const otherCookies = [undefined, admin.cookie, (await anAdvocate(app)).cookie];
    expect(await Promise.all(otherCookies.map(async (cookie) => (await entry(id, cookie)).status))).toEqual([
      401, 403, 404,
    ]);
    expect((await entry(randomUUID(), advocate.cookie)).status).toBe(404);
  });
});

describe('a text sealed in the browser', () => {
  test('is readable only with the team key, not by the server', async () => {
    const { one, team, keyId } = await aTeam();
    const { data } = await app.graphql<{ consultationKey: { keyId: string; publicKey: string } }>(
      '{ consultationKey { keyId publicKey } }',
    );
    expect(data.consultationKey).toEqual({ keyId, publicKey: team.publicKey });
    const aboutSealed = sealedFor(keyId, team.publicKey, 'They keep my passport.');
    const { id } = await aConsultation(app, { about: undefined, aboutSealed });
    const consultation = await asAdvocate(app, one).takeConsultation(id);
    expect(consultation).toMatchObject({ about: null, aboutSealedBy: 'browser', aboutSealed });
    expect(openWith(team, consultation.aboutSealed!)).toBe('They keep my passport.');
    // The person doesn't see text that the server can't decrypt.
    const dump = await runBypassingTriggers(app, 'SELECT about FROM sealed.consultation WHERE id = $1', [id]);
    expect(JSON.stringify(dump)).not.toContain(aboutSealed.ciphertext.slice(0, 40));
  });

  test.each([
    ['of an unpadded length', { ciphertext: Buffer.alloc(1_000).toString('base64') }, 'aboutSealed.ciphertext'],
    ['that is not base64', { ciphertext: 'not base64' }, 'aboutSealed.ciphertext'],
    ['with a short nonce', { iv: Buffer.alloc(8).toString('base64') }, 'aboutSealed.iv'],
    ['with a key of another size', { wrappedKey: Buffer.alloc(128).toString('base64') }, 'aboutSealed.wrappedKey'],
    ['for an unknown key', { keyId: randomUUID() }, 'aboutSealed.keyId'],
    ['for an invalid key ID', { keyId: 'the key' }, 'aboutSealed.keyId'],
  ])('%s is refused', async (_, parts, field) => {
    const { team, keyId } = await aTeam();
    const answer = await requestConsultation({ aboutSealed: { ...sealedFor(keyId, team.publicKey, 'x'), ...parts } });
    expect(answer.errors?.[0]?.extensions.details).toEqual({ fields: { [field]: 'not-a-key' } });
  });

  test("can't be combined with a plain text", async () => {
    const { team, keyId } = await aTeam();
    const doubleAnswer = await requestConsultation({ about: 'x', aboutSealed: sealedFor(keyId, team.publicKey, 'x') });
    expect(doubleAnswer.errors?.[0]?.extensions.details).toEqual({ fields: { about: 'one-of-two' } });
  });

  test('is accepted for an older key, because a page may have been open for a while', async () => {
    const { one, ones: firstPair, team, keyId } = await aTeam();
    const newerPair = nextPair();
    const share = { publicKey: newerPair.publicKey, ...wrappedFor(firstPair.publicKey, newerPair) };
    const createdKeys = await createKeyMutation('createTeamKey', 'CreateTeamKeyInput', one)(share);
    expect(createdKeys.teamKeys.filter(({ isCurrent }) => isCurrent).map(({ publicKey }) => publicKey)).toEqual([
      newerPair.publicKey,
    ]);
    const { id } = await aConsultation(app, {
      about: undefined,
      aboutSealed: sealedFor(keyId, team.publicKey, 'Old page.'),
    });
    const consultation = await asAdvocate(app, one).takeConsultation(id);
    expect(openWith(team, consultation.aboutSealed!)).toBe('Old page.');
  });
});

describe('keys of advocates', () => {
  test('are shared by a holder with an advocate who has a key pair', async () => {
    const { one, two: second, twos, team, keyId } = await aTeam();
    const third = await anAdvocate(app, 'Lee Park');
    const shareKey = (advocate: SignedIn) => createKeyMutation('shareTeamKey', 'ShareTeamKeyInput', advocate);
    const secondShare = { accountId: second.accountId, keyId, ...wrappedFor(twos.publicKey, team) };
    await expect(shareKey(second)(secondShare)).rejects.toThrow('NOT_FOUND');
    const after = await shareKey(one)(secondShare);
    expect(after.colleagues.find(({ accountId }) => accountId === second.accountId)!.teamKeyIds).toEqual([keyId]);
    const keysOfSecond = await ask<Keys>(app, `{ advocateKeys { ${keys} } }`, {}, { cookie: second.cookie });
    expect(keysOfSecond.teamKeys.find((key) => key.keyId === keyId)).toMatchObject({
      wrappedKey: secondShare.wrappedKey,
    });
    await expect(shareKey(one)({ ...secondShare, accountId: third.accountId })).rejects.toThrow('KEY_NEEDED');
    const admin = await app.signedIn({ role: 'admin' });
    await expect(shareKey(one)({ ...secondShare, accountId: admin.accountId })).rejects.toThrow('NOT_FOUND');
    await expect(shareKey(one)({ ...secondShare, keyId: randomUUID() })).rejects.toThrow('NOT_FOUND');
  });

  test("never reveal a colleague's private key, even wrapped", async () => {
    const { one, two: second } = await aTeam();
    const keysOfSecond = await ask<Keys>(app, `{ advocateKeys { ${keys} } }`, {}, { cookie: second.cookie });
    const keysOfFirst = await ask<Keys>(app, `{ advocateKeys { ${keys} } }`, {}, { cookie: one.cookie });
    expect(JSON.stringify(keysOfSecond)).not.toContain(keysOfFirst.mine!.wrappedPrivateKey);
  });

  test('are replaced only explicitly, which loses everything shared with the old pair', async () => {
    const { one, keyId } = await aTeam();
    const make = createKeyMutation('createAdvocateKey', 'CreateAdvocateKeyInput', one);
    await expect(make(advocateKeyInput(nextPair()))).rejects.toThrow('KEY_EXISTS');
    const after = await make({ ...advocateKeyInput(nextPair()), replace: true });
    expect(after.teamKeys.find((key) => key.keyId === keyId)).toMatchObject({
      wrappedPrivateKey: null,
      wrappedKey: null,
    });
  });

  test.each([
    ['an invalid public key', { publicKey: Buffer.alloc(300).toString('base64') }, 'publicKey'],
    ['a public key that is too small', { publicKey: aNewPair(2_048).publicKey }, 'publicKey'],
    ['an invalid private key', { wrappedPrivateKey: 'eA==' }, 'wrappedPrivateKey'],
    ['too few key derivation iterations', { iterations: 1_000 }, 'iterations'],
    ['no salt', { salt: '' }, 'salt'],
    ['a nonce of another size', { iv: Buffer.alloc(16).toString('base64') }, 'iv'],
  ])('are refused with %s', async (_, parts, field) => {
    const make = createKeyMutation('createAdvocateKey', 'CreateAdvocateKeyInput', await anAdvocate(app));
    await expect(make({ ...advocateKeyInput(aPair()), ...parts })).rejects.toThrow(`BAD_INPUT {"fields":{"${field}"`);
  });

  test('are required before a team key', async () => {
    const make = createKeyMutation('createTeamKey', 'CreateTeamKeyInput', await anAdvocate(app));
    const { publicKey } = aPair();
    await expect(make({ publicKey, ...wrappedFor(publicKey, aPair()) })).rejects.toThrow('KEY_NEEDED');
  });
});
