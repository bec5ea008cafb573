import { Erasures } from '@upstander/identity';
import { Logger, type Tx } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { columnsContaining } from '../support/person-with-all-data.js';
import { aCampaign, aPaidGift } from '../support/factories.fundraising.js';
import { aShift, aSignup } from '../support/factories.js';
import { lockWaits } from '../support/locks.js';
import { concurrentErasure, mailLock } from '../support/erasing.js';
import { aMail } from '../support/mails.js';
import { days } from '../support/movable-clock.js';
import { peoplesData } from '../support/peoples-data.js';

let app: TestApp;
let campaign: { id: string; slug: string };
let finance: { accountId: string; cookie: string };

beforeAll(async () => {
  app = await startApp();
  campaign = await aCampaign(app.db, {});
  finance = await app.signedIn({ role: 'finance' });
});
afterAll(() => app.close());

const { linkOf, erase } = peoplesData(() => app);
const { eraseWhile, startWhileErasing } = concurrentErasure(() => app);
const whoIs = (name: string) => ({ name, email: `${name.toLowerCase()}@example.org`, phone: '+19995550100' });
const insertMail = (tx: Tx, recipient: string) =>
  tx.query(
    `INSERT INTO notifications.mail (key, template, recipient, locale, data, due_at) VALUES ($1, 'signup-reminder', $2, 'en', $3, now())`,
    [`signup-reminder/${crypto.randomUUID()}`, recipient, { to: recipient }],
  );
const donorOf = async (email: string) =>
  (await app.db.query<{ id: string }>('SELECT id FROM fundraising.donor WHERE email = $1', [email]))[0]?.id;

describe('concurrent changes during an erasure', () => {
  test('an email scheduled from their address is not sent and does not keep it', async () => {
    const who = whoIs('Xplanned');
    await aPaidGift(app.db, who);
    let address = '';
    await eraseWhile(
      who,
      async (tx) => {
        [{ email: address }] = (await tx.query<{ email: string }>(
          'SELECT email FROM fundraising.donor WHERE email = $1',
          [who.email],
        )) as [{ email: string }];
      },
      (tx) => insertMail(tx, address),
    );
    expect(address).toBe(who.email);
    expect(await columnsContaining(app, who)).toEqual([]);
    const mails = await app.db.query(`SELECT status, data FROM notifications.mail WHERE template = 'signup-reminder'`);
    expect(mails).toEqual([{ status: 'skipped', data: {} }]);
  });

  test('the erasure does not wait for emails being scheduled for others', async () => {
    const who = whoIs('Xapart');
    await aPaidGift(app.db, who);
    const token = await linkOf(who.email);
    await app.db.transaction(async (tx) => {
      await insertMail(tx, 'somebody.else@example.org');
      expect((await erase(token)).data.eraseMyData).toEqual({ outcome: 'DONE' });
    });
  });

  test('the erasure waits for an email being scheduled and deletes it too', async () => {
    const who = whoIs('Xplanning');
    await aPaidGift(app.db, who);
    await eraseWhile(who, (tx) => insertMail(tx, who.email));
    expect(await columnsContaining(app, who)).toEqual([]);
  });

  test('a person who returns gets emails again', async () => {
    const who = whoIs('Xreturns');
    await aPaidGift(app.db, who);
    await eraseWhile(who, (tx) => tx.query('SELECT 1'));
    await aPaidGift(app.db, who);
    const { id } = await aMail(app.db, { recipient: who.email });
    expect(await app.db.query('SELECT status FROM notifications.mail WHERE id = $1', [id])).toEqual([
      { status: 'due' },
    ]);
  });

  test('the erasure waits for a sign-up being written and frees its place', async () => {
    const who = whoIs('Xsigns');
    await aSignup(app.db, { ...who, shiftId: (await aShift(app.db, { event: { startsAt: inDays(-9) } })).id });
    const shift = await aShift(app.db, { capacity: 1, event: { startsAt: inDays(9) } });
    await eraseWhile(who, (tx) =>
      tx.query('SELECT * FROM events.take_places($1, $2, 24, 24, 10)', [
        JSON.stringify([
          { ord: 0, shift: shift.id, ...who, phone: null, locale: 'en', verified: true, vouched: false },
        ]),
        app.clock.now(),
      ]),
    );
    expect(await columnsContaining(app, who)).toEqual([]);
    expect(await app.db.query('SELECT taken FROM events.shift WHERE id = $1', [shift.id])).toEqual([{ taken: 0 }]);
  });

  test('a later sign-up creates a new volunteer and adds nothing to the erased record', async () => {
    const who = whoIs('Xcomes');
    const { volunteerId } = await aSignup(app.db, {
      ...who,
      shiftId: (await aShift(app.db, { event: { startsAt: inDays(-9) } })).id,
    });
    const shift = await aShift(app.db, { event: { startsAt: inDays(9) } });
    const answer = await startWhileErasing(
      who,
      { sql: 'SELECT FROM volunteers.volunteer WHERE id = $1 FOR UPDATE', params: [volunteerId] },
      () =>
        app.graphql<{ signUp: { signup: { status: string } } }>(
          'mutation ($input: SignUpInput!) { signUp(input: $input) { signup { status } } }',
          { input: { shiftId: shift.id, name: who.name, email: who.email } },
        ),
    );
    expect(answer.data.signUp.signup.status).toBe('CONFIRMED');
    const rows = await app.db.query<{ isNew: boolean; name: string }>(
      `SELECT u.volunteer_id <> $2 AS "isNew", u.name FROM events.signup u WHERE u.volunteer_id = $2 OR u.shift_id = $1 ORDER BY 1`,
      [shift.id, volunteerId],
    );
    expect(rows).toEqual([
      { isNew: false, name: '—' },
      { isNew: true, name: who.name },
    ]);
  });

  test('a gift recorded later belongs to a new donor', async () => {
    const who = whoIs('Xgives');
    await aPaidGift(app.db, who);
    const before = await donorOf(who.email);
    await startWhileErasing(who, mailLock(who), () =>
      app.db.query('SELECT fundraising.book_offline_gifts($1, $2)', [
        JSON.stringify([
          {
            id: crypto.randomUUID(),
            campaign: campaign.id,
            page: null,
            name: who.name,
            email: who.email,
            anonymous: false,
            locale: 'en',
            method: 'cash',
            source: 'offline',
            currency: 'USD',
            intended: '500',
            recordedBy: finance.accountId,
            paidAt: app.clock.now(),
          },
        ]),
        app.clock.now(),
      ]),
    );
    const names = await app.db.query('SELECT name FROM fundraising.gift WHERE donor_id = $1', [before]);
    expect(names).toEqual([{ name: '—' }]);
    expect(await donorOf(who.email)).not.toBe(before);
  });

  test('the erasure waits for a receipt being written and removes its name', async () => {
    const who = whoIs('Xreceipt');
    await aPaidGift(app.db, who);
    let issuing: Promise<void> | undefined;
    await eraseWhile(who, async (tx) => {
      // The job has read the name and waits for its insert.
      await tx.query('LOCK TABLE fundraising.receipt IN SHARE MODE');
      issuing = app.runJob('issue-receipts');
      while ((await lockWaits(app)) < 1);
    });
    await issuing;
    expect(await columnsContaining(app, who)).toEqual([]);
  });

  test('unimported rows of a file create no gift for them, even if the file is being read', async () => {
    const who = whoIs('Xlisted');
    await aPaidGift(app.db, who);
    const [waiting] = await app.db.query<{ id: string }>(
      `INSERT INTO fundraising.gift_import (file_name, sha256, rows_total, status, imported_by, created_at)
       VALUES ('old.csv', '', 1, 'importing', $1, now()) RETURNING id`,
      [finance.accountId],
    );
    await app.db.query('INSERT INTO fundraising.gift_import_row (import_id, n, content) VALUES ($1, 1, $2)', [
      waiting!.id,
      {
        id: crypto.randomUUID(),
        campaign: campaign.id,
        page: null,
        name: who.name,
        email: who.email,
        anonymous: false,
        locale: 'en',
        method: 'cash',
        source: 'import',
        currency: 'USD',
        intended: '500',
        externalRef: 'import:x1',
        recordedBy: finance.accountId,
        paidAt: app.clock.now(),
      },
    ]);
    await startWhileErasing(who, mailLock(who), () => app.runJob('import-gifts'));
    expect(await columnsContaining(app, who)).toEqual([]);

    const row = (email: string, ref: string, amount: string) =>
      `${campaign.slug},${who.name},${email},${amount},cash,2026-01-02,${ref}`;
    const file = [
      'campaign,name,email,amount,method,received_on,external_ref',
      row(who.email, 'x2', '7'),
      row(who.email, 'x3', 'much'),
    ];
    await app.db.query(
      `INSERT INTO fundraising.gift_import (file_name, sha256, content, rows_total, status, imported_by, created_at)
       VALUES ('new.csv', '', convert_to($2, 'UTF8'), 0, 'checking', $1, now())`,
      [finance.accountId, file.join('\n')],
    );
    await app.runJob('check-gift-imports');
    expect(await columnsContaining(app, who)).toEqual([]);
    await app.db.query(`UPDATE fundraising.gift_import SET status = 'importing' WHERE file_name = 'new.csv'`);
    await app.runJob('import-gifts');
    expect(
      await app.db.query(`SELECT name, donor_id AS donor FROM fundraising.gift WHERE external_ref = 'import:x2'`),
    ).toEqual([{ name: '—', donor: null }]);
  });

  test('later notes, sessions, courses and businesses of theirs are rejected', async () => {
    const who = whoIs('Xnoted');
    const { volunteerId } = await aSignup(app.db, {
      ...who,
      shiftId: (await aShift(app.db, { event: { startsAt: inDays(-9) } })).id,
    });
    const { accountId } = await app.signedIn(who);
    const late = await startWhileErasing(who, mailLock(who), () =>
      Promise.allSettled([
        app.db.query(`INSERT INTO volunteers.note (volunteer_id, body, created_at) VALUES ($1, $2, now())`, [
          volunteerId,
          `${who.name} has a van`,
        ]),
        app.db.query(
          `INSERT INTO identity.session (account_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
             VALUES ($1, '\\x00', $2, now(), now(), now())`,
          [accountId, `${who.name}s telephone`],
        ),
        app.db.query(`INSERT INTO learning.course_completion (volunteer_id, name) VALUES ($1, $2)`, [
          volunteerId,
          who.name,
        ]),
        app.db.query(`INSERT INTO opportunities.member (account_id, name) VALUES ($1, $2)`, [accountId, who.name]),
      ]),
    );
    expect(
      late.map((one) => (one.status === 'rejected' ? (one.reason as { constraint: string }).constraint : one)),
    ).toEqual(Array(4).fill('is_not_erased'));
    expect(await columnsContaining(app, who)).toEqual([]);
  });

  test('a concurrent legal hold waits, and nothing is partly erased', async () => {
    const who = whoIs('Xheld');
    await aPaidGift(app.db, who);
    await startWhileErasing(who, mailLock(who), () =>
      app.db.query(
        `INSERT INTO identity.legal_hold (email, reason, ends_on, placed_by, placed_at) VALUES ($1, 'A case', '2100-01-01', $2, now())`,
        [who.email, finance.accountId],
      ),
    );
    expect(await columnsContaining(app, who)).toEqual(['identity.legal_hold.email']);
  });

  test('a long lock makes the erasure give up completely, and the next request finishes it', async () => {
    const who = whoIs('Xpatient');
    const shift = await aShift(app.db, { event: { startsAt: inDays(9) } });
    await aPaidGift(app.db, who);
    const token = await linkOf(who.email);
    const erasures = app.nest.get(Erasures);
    const carryOut = erasures.carryOut.bind(erasures);
    const soon = jest.spyOn(erasures, 'carryOut').mockImplementation((id) => carryOut(id, 0.1));
    const before = await columnsContaining(app, who);
    const logger = app.nest.get(Logger);
    const [warned, blamed] = [jest.spyOn(logger, 'warn'), jest.spyOn(logger, 'fault')];
    await app.db.transaction(async (tx) => {
      // The last lock: by now the erasure holds all others, including that of sign-ups.
      await tx.query(mailLock(who).sql, mailLock(who).params);
      expect((await erase(token)).data.eraseMyData).toEqual({ outcome: 'IN_PROGRESS' });
      await aSignup(app.db, { shiftId: shift.id });
      // The job hits the same lock, which is no error: it will retry.
      await app.runJob('carry-out-erasures');
    });
    expect(warned.mock.calls).toContainEqual([expect.objectContaining({ reason: 'locked' }), 'An erasure waits']);
    expect(blamed).not.toHaveBeenCalled();
    warned.mockRestore();
    blamed.mockRestore();
    expect(await columnsContaining(app, who)).toEqual([...before, 'identity.data_request.email'].sort());
    soon.mockRestore();
    await eraseWhile(who, (tx) => tx.query('SELECT 1'));
    expect(await columnsContaining(app, who)).toEqual([]);
  });
});

function inDays(n: number): Date {
  return new Date(app.clock.now().valueOf() + days(n));
}
