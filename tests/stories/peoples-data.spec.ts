import { jobs, personalTables, type JobName } from '@upstander/platform';
import type { TestApp } from '../support/app.js';
import {
  createPersonWithAllData,
  personalColumnsOf,
  receiptOf,
  columnsContaining,
} from '../support/person-with-all-data.js';
import { unzip } from '../support/unzip.js';
import { aSignup } from '../support/factories.js';
import { followLink } from '../support/follow-link.js';
import { days } from '../support/movable-clock.js';
import { peoplesData, startPeoplesData, type SignedIn } from '../support/peoples-data.js';
import type { SandboxHandle } from '../support/stripe.js';

let app: TestApp;
let stripe: SandboxHandle;
let la: { id: string };
let admin: SignedIn;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, stripe, losAngeles: la, admin, close } = await startPeoplesData());
});
afterAll(() => close());

const { newPerson, requestMyData, linkOf, myDataOf, erase, place, lastMailIsOut } = peoplesData(() => app);

describe('access to personal data', () => {
  const paloma = newPerson('Xipalomina');
  let files: Map<string, string>;

  test('the answer is the same for known and unknown addresses, and an emailed link shows the data', async () => {
    await createPersonWithAllData(app, stripe, paloma, { chapterId: la.id, byId: admin.accountId });
    expect((await requestMyData(paloma.email)).data).toEqual((await requestMyData('xinobody@example.org')).data);
    await app.runJob('make-data-mails');
    const mails = await app.db.query(
      `SELECT recipient FROM notifications.mail WHERE template = 'my-data-link' ORDER BY recipient`,
    );
    expect(mails).toEqual([{ recipient: 'xinobody@example.org' }, { recipient: paloma.email }]);
    const { data } = await myDataOf(await linkOf(paloma.email));
    expect(data.myData).toMatchObject({ email: paloma.email, isErasureRequested: false, isOnLegalHold: false });
    expect(data.myData!.kept).toContainEqual({ kind: 'gifts', count: 2, afterErasure: 'ANONYMIZED' });
    expect(data.myData!.kept).toContainEqual({ kind: 'notes about me', count: 1, afterErasure: 'DELETED' });
    expect((await myDataOf(await linkOf('xinobody@example.org'))).data.myData!.kept.map(({ kind }) => kind)).toEqual([
      'links to my data',
      'mails',
    ]);
  });

  test("the export has all of the person's data as tables and as JSON, and no one else's", async () => {
    await app.db.query(
      `INSERT INTO volunteers.note (volunteer_id, chapter_id, body, created_at)
       SELECT v.id, $2, 'quarrelled with Yolotl Reyes', now() FROM volunteers.volunteer v WHERE v.email = $1`,
      [paloma.email, la.id],
    );
    const { volunteerId } = await aSignup(app.db, { name: 'Yolotl Reyes' });
    await app.db.query(
      `INSERT INTO volunteers.membership (volunteer_id, chapter_id, helped, sort_name, active_at, since) VALUES ($1, $2, true, 'y', now(), now())`,
      [volunteerId, la.id],
    );
    const answer = await followLink(`${app.url}/my-data/${await linkOf(paloma.email)}.zip`);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    files = await unzip(await answer.blob());
    expect(JSON.parse(files.get('gifts.json')!)).toMatchObject([
      { name: paloma.name, amount: '10.00', currency: 'USD' },
      { name: paloma.name, amount: '50.00', currency: 'USD' },
    ]);
    expect(files.get('sign-ups.csv')).toContain(`Cousin of ${paloma.name}`);
    expect(files.get('sign-ups.csv')).toContain('America/Los_Angeles');
    expect(files.get('notes-about-me.json')).toContain('has a van');
    expect(files.get('notes-about-me.json')).not.toContain('Yolotl');
    expect(files.get('emergency-contacts.csv')).toContain('+1 310 555 0');
    expect(
      ['consents-to-photos.csv', 'businesses-i-act-for.json', 'finished-courses.csv'].filter(
        (name) => !files.has(name),
      ),
    ).toEqual([]);
    expect([...files.values()].join()).not.toContain('token_hash');
  });

  test("the export has everything in the register that isn't withheld, by table and column", () => {
    const fileOf = (noun: string) => files.get(`${noun.toLowerCase().replaceAll(' ', '-')}.json`);
    const missing = personalTables().flatMap(([name, { noun, columns, of }]) => {
      const wanted = Object.entries(columns).filter(([, { withheld }]) => withheld === undefined);
      if (wanted.length === 0 || Object.values(of).every((sql) => sql === null) || notTaken.includes(name)) return [];
      const [row] = JSON.parse(fileOf(noun) ?? '[{}]') as Array<Record<string, unknown>>;
      return wanted.filter(([column]) => !(column in row!)).map(([column]) => `${name}.${column}`);
    });
    expect(missing).toEqual([]);
    expect(notTaken.filter((name) => fileOf(personalTables().find(([each]) => each === name)![1].noun))).toEqual([]);
  });

  test("the export is in the person's language without column names", async () => {
    const answer = await followLink(`${app.url}/my-data/${await linkOf(paloma.email, 'ES')}.zip`);
    const spanish = await unzip(await answer.blob());
    expect(spanish.get('leeme.txt')).toContain('hoja de cálculo');
    expect(spanish.get('donaciones.csv')).toContain('Añadido para la comisión,Cobrado');
    expect(spanish.get('donaciones.csv')).toContain(',Pagada,');
    expect(spanish.get('correos.csv')).toContain('Enlace a los datos propios,');
    // Includes the record of the earlier export.
    expect([...spanish.keys()].filter((name) => name.endsWith('.csv')).length).toBe(
      [...files.keys()].filter((name) => name.endsWith('.csv')).length + 1,
    );
    expect(spanish.get('solicitudes-sobre-mis-datos.csv')).toContain('Copia de sus datos,Completada,');
    for (const [name, text] of [...files, ...spanish]) {
      if (!name.endsWith('.csv')) continue;
      const heads = text
        .replace(/^\ufeff/, '')
        .split('\r\n')[0]!
        .split(',');
      expect([name, heads.filter((head) => !/^"?\p{Lu}/u.test(head))]).toEqual([name, []]);
      // Cells contain no JSON either.
      expect([name, text.match(/(?:^|[,"])[{[][^\n]*/gmu)]).toEqual([name, null]);
    }
    expect([...spanish.keys()].filter((name) => files.has(name))).toEqual([]);
  });
});

describe('erasure', () => {
  const quetzal = newPerson('Xochiquetzal');

  test('removes name, address and phone from every column in the register', async () => {
    const made = await createPersonWithAllData(app, stripe, quetzal, { chapterId: la.id, byId: admin.accountId });
    const waiting = await aSignup(app.db, {
      shiftId: made.upcomingShiftId,
      status: 'waitlisted',
      email: 'next@example.org',
    });
    const before = await columnsContaining(app, quetzal);
    const expected = personalTables().filter(
      ([, { of, erasure }]) => erasure !== 'none' && Object.values(of).some((sql) => sql !== null),
    );
    const untouched = expected
      .map(([name]) => name)
      .filter((name) => !before.some((column) => column.startsWith(`${name}.`)));
    expect(untouched.sort()).toEqual([...notWritten].sort());

    const receiptBefore = await receiptOf(app, quetzal.email);
    const token = await linkOf(quetzal.email);
    expect((await erase(token)).data.eraseMyData).toEqual({ outcome: 'DONE' });
    // The last email confirms the erasure and is deleted once sent.
    await app.runJob('make-data-mails');
    const last = await app.db.query<{ recipient: string }>(
      `SELECT recipient FROM notifications.mail WHERE template = 'my-data-done'`,
    );
    expect(last).toEqual([{ recipient: quetzal.email }]);
    await lastMailIsOut();
    expect(await columnsContaining(app, quetzal)).toEqual([]);

    // Records required by law stay anonymous. Upcoming sign-ups passed on, and recurring gifts ended.
    expect(receiptBefore).toMatchObject({ content: { donorName: quetzal.name } });
    const [receipt] = await app.db.query<{ content: object; amount: string }>(
      'SELECT content, amount_minor::text AS amount FROM fundraising.receipt WHERE id = $1',
      [receiptBefore.id],
    );
    expect(receipt).toMatchObject({ amount: receiptBefore.amount, content: { donorName: '—' } });
    expect(await app.db.query('SELECT status FROM events.signup WHERE id = $1', [made.upcomingEventId])).toEqual([
      { status: 'cancelled' },
    ]);
    expect(await app.db.query('SELECT status FROM events.signup WHERE id = $1', [waiting.id])).toEqual([
      { status: 'offered' },
    ]);
    expect(
      await app.db.query('SELECT stopped_at IS NOT NULL AS stopped FROM fundraising.recurring_gift WHERE id = $1', [
        made.recurringGiftId,
      ]),
    ).toEqual([{ stopped: true }]);
    expect((await myDataOf(token)).data.myData).toBeNull();
  });

  test('erasing again changes nothing, and no email is sent', async () => {
    expect((await erase(await linkOf(quetzal.email))).data.eraseMyData).toEqual({ outcome: 'DONE' });
    const [donor] = await app.db.query<{ email: string }>(
      `SELECT email FROM fundraising.donor WHERE email LIKE 'erased-%' LIMIT 1`,
    );
    const [mail] = await app.db.query<{ status: string }>(
      `INSERT INTO notifications.mail (key, template, recipient, locale, data, due_at) VALUES ('k', 't', $1, 'en', '{}', now()) RETURNING status`,
      [donor!.email],
    );
    expect(mail).toEqual({ status: 'skipped' });
  });

  test('waits while Stripe is unreachable without losing anything, and the job continues', async () => {
    const xareni = newPerson('Xareni');
    await createPersonWithAllData(app, stripe, xareni, { chapterId: la.id, byId: admin.accountId });
    const token = await linkOf(xareni.email);
    for (let n = 0; n < 3; n += 1) stripe.faults.next('DELETE /v1/subscriptions/:subscription', 'drop_before');
    expect((await erase(token)).data.eraseMyData).toEqual({ outcome: 'IN_PROGRESS' });
    stripe.faults.clear();
    expect(await columnsContaining(app, xareni)).not.toEqual([]);
    expect((await myDataOf(token)).data.myData).toMatchObject({ isErasureRequested: true });
    await app.runJob('carry-out-erasures');
    await lastMailIsOut();
    expect(await columnsContaining(app, xareni)).toEqual([]);
  });
});

describe('twenty years later', () => {
  /** Tables whose rows in this story never expire: live, paid or owed. */
  const stays = [
    'fundraising.campaign',
    'fundraising.donor',
    'fundraising.gift',
    'fundraising.page',
    'fundraising.gift_import_refusal',
    'identity.data_link',
    'identity.data_request',
    'identity.legal_hold',
  ];

  test('every job skips people under legal hold and deletes others as the register says', async () => {
    const [held, other_] = [newPerson('Xiheldone'), newPerson('Xiforgotten')];
    for (const who of [held, other_]) {
      await createPersonWithAllData(app, null, who, { chapterId: la.id, byId: admin.accountId });
      await app.db.query(
        `INSERT INTO identity.security_event (kind, account_id, at, minute)
         SELECT 'signed-in', id, now() - interval '9 days', NULL FROM identity.account WHERE email = $1`,
        [who.email],
      );
    }
    await app.db.query(`UPDATE notifications.mail SET status = 'sent' WHERE status = 'due'`);
    await place({ email: held.email, reason: 'A case before a court', endsOn: '2099-01-01' }, admin);
    const before = {
      held: await personalColumnsOf(app, held.email),
      other: await personalColumnsOf(app, other_.email),
    };

    const now = app.clock.now();
    app.clock.advance(days(365 * 20));
    for (const name of jobs.names() as JobName[]) {
      // This job asks Stripe about every day of the twenty years and deletes nothing.
      if (name !== 'book-balance-transactions') await app.runJob(name);
    }
    const after = { held: await personalColumnsOf(app, held.email), other: await personalColumnsOf(app, other_.email) };
    app.clock.set(now);

    const lost = Object.entries(before.held).flatMap(([name, rows]) =>
      rows.filter((row) => !after.held[name]?.includes(row)).map((row) => `${name} ${row}`),
    );
    expect(lost).toEqual([]);
    const old = personalTables().flatMap(([name, { forgotten }]) => (forgotten && !stays.includes(name) ? [name] : []));
    const unchanged = old.filter((name) => JSON.stringify(before.other[name]) === JSON.stringify(after.other[name]));
    expect(unchanged).toEqual([]);
    expect(after.other['identity.security_event']).toBeUndefined();
  });
});

describe('expiry by age', () => {
  /** Tables without expiring rows in this story: everyone gave, verified, and was approved. */
  const without = [
    'fundraising.page',
    'fundraising.campaign',
    'fundraising.gift_import_refusal',
    'fundraising.donor',
    'fundraising.gift',
    'identity.data_link',
    'identity.data_request',
    'identity.legal_hold',
  ];

  test('each kind is kept until its last hours, then deleted once, and nothing earlier', async () => {
    const edge = newPerson('Xiedge');
    await createPersonWithAllData(app, null, edge, { chapterId: la.id, byId: admin.accountId });
    await app.db.query(`UPDATE notifications.mail SET status = 'sent' WHERE status = 'due'`);
    const now = app.clock.now();
    const kinds = [];
    for (const [name, { forgotten, of }] of personalTables()) {
      if (!forgotten) continue;
      const whose = Object.values(of).flatMap((sql) =>
        sql === null ? [] : [`(${sql.replaceAll('$1', '$2::citext')})`],
      );
      const [row] = await app.db.query<{ text: string; since: Date }>(
        `SELECT t::text AS text, (${forgotten.since})::timestamptz AS since FROM ${name} t
         WHERE (${whose.join(' OR ')}) AND (${forgotten.since}) IS NOT NULL AND $1::timestamptz IS NOT NULL
         ORDER BY since DESC LIMIT 1`,
        [now, edge.email],
      );
      const { after } = forgotten;
      const keptFor = days(typeof after === 'number' ? after : app.config[after]);
      kinds.push({ name, text: row?.text, until: row && row.since.valueOf() + keptFor });
    }
    expect(kinds.flatMap(({ name, text }) => (text === undefined ? [name] : [])).sort()).toEqual([...without].sort());
    // In chronological order, because two kinds may end on the same day.
    const looks = kinds
      .filter(({ text }) => text !== undefined)
      .flatMap(({ name, text, until }) =>
        [-2, 2].map((hours) => ({ name, text, hours, at: until! + hours * 3_600_000 })),
      )
      .sort((a, b) => a.at - b.at);
    const wrong: string[] = [];
    for (const { name, text, hours, at } of looks) {
      app.clock.set(new Date(at));
      await app.runJob('keep-retention');
      const found = await app.db.query(`SELECT 1 AS found FROM ${name} t WHERE t::text = $1`, [text]);
      if (found.length > 0 !== hours < 0) wrong.push(`${name} ${hours} h`);
    }
    const remaining = await personalColumnsOf(app, edge.email);
    await app.runJob('keep-retention');
    expect(await personalColumnsOf(app, edge.email)).toEqual(remaining);
    app.clock.set(now);
    expect(wrong).toEqual([]);
  });
});

const notTaken = [
  'identity.legal_hold',
  'identity.staff_action',
  'identity.security_event',
  'identity.chapter',
  'identity.data_request',
  ...['events.event', 'events.series'],
  'volunteers.history',
  'volunteers.merge',
  'fundraising.refund',
  'fundraising.gift_import_row',
  'fundraising.gift_import_refusal',
  'fundraising.beneficiary',
  'opportunities.domain_verification',
];

/** Tables this story doesn't write to. Their own specs cover them. */
const notWritten = [
  ...['identity.data_link', 'identity.data_request', 'identity.legal_hold', 'identity.recovery_code'],
  ...['volunteers.merge', 'fundraising.refund', 'fundraising.gift_import_row', 'fundraising.gift_import_refusal'],
];
