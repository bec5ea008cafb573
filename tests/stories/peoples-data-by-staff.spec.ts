import { DataRequests } from '@upstander/identity';
import { JobRuns, SignedIds } from '@upstander/platform';
import { locales } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { refusal, type TestApp } from '../support/app.js';
import { columnsContaining } from '../support/person-with-all-data.js';
import { aSignup } from '../support/factories.js';
import { aPaidGift } from '../support/factories.fundraising.js';
import { followLink } from '../support/follow-link.js';
import { days } from '../support/movable-clock.js';
import { peoplesData, startPeoplesData, type SignedIn } from '../support/peoples-data.js';
import { runAsOwner } from '../support/tampering.js';

let app: TestApp;
let admin: SignedIn;
let other: SignedIn;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, admin, other, close } = await startPeoplesData());
});
afterAll(() => close());

const { newPerson, linkOf, erase, open, approve, place, endHold, canEndHold, lastMailIsOut } = peoplesData(() => app);
const inAYear = () => new Date(app.clock.now().valueOf() + days(365)).toISOString().slice(0, 10);

describe('data requests handled by staff', () => {
  test('one staff member can erase a volunteer, and a donor takes a second person', async () => {
    const volunteer = await aSignup(app.db, { name: 'Xivol', email: 'xivol@example.org' });
    await app.db.query('UPDATE events.signup SET status = $2 WHERE id = $1', [volunteer.id, 'cancelled']);
    const alone = await open({ kind: 'ERASURE', email: 'xivol@example.org' }, admin);
    expect(alone.data.openDataRequest).toMatchObject({ status: 'DONE', needsSecondApproval: false });
    await aPaidGift(app.db, { name: 'Xidonor', email: 'xidonor@example.org' });
    const { data } = await open({ kind: 'ERASURE', email: 'xidonor@example.org' }, admin);
    expect(data.openDataRequest).toMatchObject({ status: 'OPEN', needsSecondApproval: true, canApprove: false });
    const { id } = data.openDataRequest;
    expect(refusal(await approve(id, admin))).toBe('SECOND_PERSON_NEEDED');
    expect(refusal(await open({ kind: 'ERASURE', email: 'xidonor@example.org' }, other))).toBe('DATA_REQUEST_OPEN');
    expect((await approve(id, other)).data.approveDataRequest).toMatchObject({ status: 'DONE' });
    expect(await columnsContaining(app, { name: 'Xidonor', email: 'no@xi.example', phone: '+0' })).toEqual([
      'identity.data_request.email',
    ]);
    await app.runJob('make-data-mails');
    expect(await columnsContaining(app, { name: 'Xidonor', email: 'no@xi.example', phone: '+0' })).toEqual([
      'notifications.mail.recipient',
    ]);
  });

  test('staff never see an export: the link goes to the person', async () => {
    const { data } = await open({ kind: 'EXPORT', email: 'xitakes@example.org' }, admin);
    expect(data.openDataRequest).toMatchObject({ status: 'OPEN' });
    // The link expired unused. Asking again reuses the request with a new link.
    const again = await open({ kind: 'EXPORT', email: 'xitakes@example.org' }, admin);
    expect(again.data.openDataRequest).toEqual(data.openDataRequest);
    const links = await app.db.query<{ id: string }>(
      `SELECT id FROM identity.data_link WHERE email = 'xitakes@example.org' ORDER BY created_at`,
    );
    expect(links).toHaveLength(2);
    const link = links.at(-1);
    const zip = `${app.url}/my-data/${app.nest.get(SignedIds).sign('my-data', link!.id)}.zip`;
    const statuses = () => app.db.query(`SELECT status FROM identity.data_request WHERE email = 'xitakes@example.org'`);
    // A HEAD request, as link scanners send, does not use up the download.
    expect((await followLink(zip, { method: 'HEAD' })).headers.get('content-type')).toBe('application/zip');
    expect(await statuses()).toEqual([{ status: 'open' }]);
    await (await followLink(zip)).arrayBuffer();
    expect(await statuses()).toEqual([{ status: 'done' }]);
  });
});

describe('data requests handled by the operator', () => {
  const itzel = newPerson('Xiitzel');

  test('the operator opens the erasure of a donor, and a staff member approves', async () => {
    await aPaidGift(app.db, { name: itzel.name, email: itzel.email });
    const requests = app.nest.get(DataRequests);
    expect(await requests.openForOperator(itzel.email, 'en')).toBe('waits');
    await expect(requests.openForOperator(itzel.email, 'en')).rejects.toMatchObject({ code: 'DATA_REQUEST_OPEN' });
    expect(await columnsContaining(app, itzel)).toContain('fundraising.gift.name');
    const [request] = await app.db.query<{ id: string }>('SELECT id FROM identity.data_request WHERE email = $1', [
      itzel.email,
    ]);
    expect((await approve(request!.id, other)).data.approveDataRequest).toMatchObject({ status: 'DONE' });
  });

  test('the operator erases a non-donor immediately, and an interrupted erasure continues', async () => {
    const { id } = await aSignup(app.db, { name: 'Xinauhyo', email: 'xinauhyo@example.org' });
    await app.db.query(
      `INSERT INTO identity.data_request (kind, status, email, locale, requested_at, due_on, approved_at)
       VALUES ('erasure', 'approved', 'xinauhyo@example.org', 'en', $1::timestamptz, $1::timestamptz + interval '30 days', $1::timestamptz)`,
      [app.clock.now()],
    );
    expect(await app.nest.get(DataRequests).openForOperator('xinauhyo@example.org', 'en')).toBe('done');
    expect(await app.db.query('SELECT name FROM events.signup WHERE id = $1', [id])).toEqual([{ name: '—' }]);
  });
});

describe('legal holds', () => {
  const xitlali = newPerson('Xitlali');

  test('block an erasure, and the person is notified; it runs once another person ends the hold', async () => {
    await aPaidGift(app.db, { name: xitlali.name, email: xitlali.email });
    const hold = await place({ email: xitlali.email, reason: 'A case before a court', endsOn: inAYear() }, admin);
    expect(hold.data.placeLegalHold).toMatchObject({ isActive: true });
    expect((await erase(await linkOf(xitlali.email))).data.eraseMyData).toEqual({ outcome: 'HELD' });
    await app.runJob('make-data-mails');
    expect(await app.db.query(`SELECT recipient FROM notifications.mail WHERE template = 'my-data-held'`)).toEqual([
      { recipient: xitlali.email },
    ]);
    expect(await columnsContaining(app, xitlali)).toContain('fundraising.gift.name');
    const [request] = await app.db.query<{ id: string }>('SELECT id FROM identity.data_request WHERE email = $1', [
      xitlali.email,
    ]);
    expect(refusal(await approve(request!.id, other))).toBe('LEGAL_HOLD');
    const { id } = hold.data.placeLegalHold;
    expect([await canEndHold(id, admin), await canEndHold(id, other)]).toEqual([false, true]);
    await app.runJob('carry-out-erasures');
    expect(await columnsContaining(app, xitlali)).toContain('fundraising.gift.name');
    expect(refusal(await endHold(id, admin))).toBe('BAD_INPUT');
    expect((await endHold(id, other)).errors).toBeUndefined();
    await app.runJob('carry-out-erasures');
    await lastMailIsOut();
    expect(await columnsContaining(app, xitlali)).toEqual([]);
  });

  test('last through their final day in the local time zone and no longer', async () => {
    const [lastDay, over] = await Promise.all([app.signedIn(), app.signedIn()]);
    // One transaction, so that midnight can't pass in between.
    const left = await app.db.transaction(async (tx) => {
      for (const [{ accountId }, ago] of [[lastDay, 1] as const, [over, 2] as const]) {
        await tx.query(
          `INSERT INTO identity.security_event (kind, account_id, at) VALUES ('signed-out', $1, now() - interval '9 days')`,
          [accountId],
        );
        await tx.query(
          `INSERT INTO identity.legal_hold (email, reason, ends_on, placed_by, placed_at)
           SELECT email, 'An audit', now()::date - $2::int, id, now() - interval '90 days' FROM identity.account WHERE id = $1`,
          [accountId, ago],
        );
      }
      await tx.query('SELECT identity.forget_security_events(now())');
      return tx.query<{ id: string }>(
        `SELECT account_id AS id FROM identity.security_event WHERE kind = 'signed-out' AND account_id = ANY ($1::uuid[])`,
        [[lastDay.accountId, over.accountId]],
      );
    });
    expect(left).toEqual([{ id: lastDay.accountId }]);
  });

  test('a hold on an event keeps its sign-ups, while old ones of other events are anonymized', async () => {
    const [held, old, fresh] = await Promise.all(
      ['Xiheld', 'Xiold', 'Xifresh'].map((name) =>
        aSignup(app.db, { name, email: `${name.toLowerCase()}@example.org` }),
      ),
    );
    const longAgo = new Date(app.clock.now().valueOf() - days(2_000));
    await runAsOwner(
      app,
      `UPDATE events.shift SET starts_at = starts_at - interval '2000 days', ends_at = ends_at - interval '2000 days' WHERE id IN ('${held!.shiftId}', '${old!.shiftId}');
       UPDATE events.signup u SET during = tstzrange(s.starts_at, s.ends_at, '[)') FROM events.shift s WHERE s.id = u.shift_id`,
    );
    const [event] = await app.db.query<{ id: string }>('SELECT event_id AS id FROM events.shift WHERE id = $1', [
      held!.shiftId,
    ]);
    await place({ subjectId: event!.id, reason: 'An accident', endsOn: inAYear() }, admin);
    const [mail] = await app.db.query<{ id: string }>(
      `INSERT INTO notifications.mail (key, template, recipient, locale, data, status, due_at) VALUES ('old', 't', 'xiold@example.org', 'en', '{}', 'sent', $1) RETURNING id`,
      [longAgo],
    );
    await app.runJob('keep-retention');
    const names = await app.db.query('SELECT name FROM events.signup WHERE id = ANY ($1::uuid[])', [
      [held!.id, old!.id, fresh!.id],
    ]);
    expect(names.map(({ name }) => String(name)).sort()).toEqual(['Xifresh', 'Xiheld', '—']);
    expect(await app.db.query('SELECT key, recipient FROM notifications.mail WHERE id = $1', [mail!.id])).toEqual([
      { key: 'old', recipient: `erased-${mail!.id}@erased.invalid` },
    ]);
  });
});

describe('retention', () => {
  interface Rule {
    about: string;
    reason: string;
    days: number | null;
    setting: string | null;
    job: string | null;
    doneAt: string | null;
  }
  const rulesFor = (who: { cookie: string }) =>
    app.graphql<{ retentionRules: Rule[] }>(
      '{ retentionRules { about reason days setting job doneAt } }',
      {},
      { cookie: who.cookie },
    );

  test("finance and admins see this server's periods with their settings and last runs", async () => {
    await app.nest.get(JobRuns).recordSuccess('keep-retention', 7);
    const { data } = await rulesFor(await app.signedIn({ role: 'finance' }));
    const ruleFor = (about: string) => data.retentionRules.find((rule) => rule.about === about);
    expect(ruleFor('events.signup')).toEqual({
      about: 'events.signup',
      reason: 'SETTING',
      days: 1_095,
      setting: 'SIGNUP_KEPT_DAYS',
      job: 'keep-retention',
      doneAt: expect.any(String),
    });
    expect(ruleFor('identity.session')).toMatchObject({ reason: 'PROGRAM', days: 30, setting: null });
    expect(ruleFor('fundraising.gift')).toMatchObject({ reason: 'LAW', days: 180, setting: 'UNPAID_GIFT_DAYS' });
    expect(ruleFor('volunteers.volunteer')).toMatchObject({ reason: 'USE', days: null, job: null, doneAt: null });
    expect(ruleFor('identity.staff_action')).toMatchObject({ days: 730, job: 'forget-sign-ins', doneAt: null });
    expect(ruleFor('sealed.application')).toMatchObject({
      days: 90,
      setting: 'APPLICATION_KEPT_DAYS',
      job: 'purge-sealed',
    });
    expect(refusal(await rulesFor(await app.signedIn({ role: 'moderator' })))).toBe('NOT_ALLOWED');
  });

  test.each(locales)('every kind of data has admin texts, with its days where applicable (%s)', async (locale) => {
    const { data } = await rulesFor(admin);
    const { kinds } = adminCatalogOf(locale).admin.peoplesData.kept;
    expect(Object.keys(kinds).sort()).toEqual(data.retentionRules.map(({ about }) => about).sort());
    const saysDays = Object.entries(kinds).flatMap(([about, { text }]) => (typeof text === 'string' ? [] : [about]));
    expect(saysDays.sort()).toEqual(
      data.retentionRules.flatMap(({ about, days: after }) => (after ? [about] : [])).sort(),
    );
  });
});
