import { AdvocateList, AuditChain, Envelope, SealedZone, type SealedTx } from '@upstander/advocacy';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { anApplication, runBypassingTriggers } from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

const advocate = { kind: 'advocate', accountId: randomUUID() } as const;

let app: TestApp;
let zone: SealedZone;
let envelope: Envelope;
beforeAll(async () => {
  app = await startApp();
  zone = app.nest.get(SealedZone);
  envelope = app.nest.get(Envelope);
  await app.nest.get(AdvocateList).add([advocate.accountId]);
});
afterAll(() => app.close());

const ids = async (tx: SealedTx) =>
  (await tx.query<{ id: string }>('SELECT id FROM sealed.application')).map(({ id }) => id);

describe('access to the sealed zone', () => {
  test("is denied to the app's database role", async () => {
    await expect(app.db.query('SELECT * FROM sealed.application')).rejects.toThrow('permission denied');
    await expect(app.db.query('SET ROLE upstander_sealed')).rejects.toThrow('permission denied');
  });

  test('shows the sealed role nothing until the reader is set', async () => {
    await anApplication(app);
    const client = new pg.Client({ connectionString: app.config.SEALED_DATABASE_URL });
    await client.connect();
    expect((await client.query('SELECT FROM sealed.application')).rowCount).toBe(0);
    await client.end();
  });

  test('shows a person only their own record, and an advocate both', async () => {
    const { id: ownId } = await anApplication(app);
    const { id: other } = await anApplication(app);
    expect(await zone.runAs({ kind: 'person', recordId: ownId }, ids)).toEqual([ownId]);
    expect(await zone.runAs(advocate, ids)).toEqual(expect.arrayContaining([ownId, other]));
  });

  test('shows a business no applications', async () => {
    await anApplication(app);
    const business = { kind: 'business', businessId: randomUUID(), accountId: randomUUID() } as const;
    expect(await zone.runAs(business, ids)).toEqual([]);
  });
});

describe('a sealed text', () => {
  const place = (recordId: string, column = 'application.alias') => ({ recordId, column, rowId: recordId });

  test('can be decrypted only in its own location', async () => {
    const [one, second] = [randomUUID(), randomUUID()];
    await envelope.begin(one);
    await envelope.begin(second);
    const sealed = await envelope.seal(place(one), 'Luna');
    expect(sealed.includes('Luna')).toBe(false);
    expect(await envelope.openAll([{ ...place(one), sealed }])).toEqual(['Luna']);
    await expect(envelope.openAll([{ ...place(one, 'application.note'), sealed }])).rejects.toThrow();
    await expect(envelope.openAll([{ ...place(one), rowId: second, sealed }])).rejects.toThrow();
    await expect(envelope.openAll([{ ...place(second), rowId: one, sealed }])).rejects.toThrow();
  });

  test("of an erased record can't be decrypted, whatever copy exists", async () => {
    const id = randomUUID();
    await envelope.begin(id);
    const copy = await envelope.seal(place(id), 'Luna');
    await envelope.erase([id]);
    expect(await envelope.openAll([{ ...place(id), sealed: copy }])).toEqual([null]);
    await expect(envelope.seal(place(id), 'again')).rejects.toThrow('no key');
  });
});

describe('the audit trail', () => {
  const auditRead = (recordId: string) =>
    zone.runAs(advocate, async (tx) => tx.audit({ action: 'read', recordKind: 'application', recordId }));
  const firstInvalidRow = () => zone.runAs(advocate, (tx) => AuditChain.firstInvalidRow(tx, 2));

  test('stays intact under concurrent reads, rejects changes, and reports a forced one', async () => {
    await Promise.all(Array.from({ length: 7 }, () => auditRead(randomUUID())));
    expect(await firstInvalidRow()).toBeNull();
    // The role has no right to change rows, row-level security hides them from the owner, and a trigger refuses
    // changes.
    const changes = [`UPDATE sealed.audit SET action = 'slept'`, 'DELETE FROM sealed.audit', 'TRUNCATE sealed.audit'];
    for (const change of changes) {
      const attempt = zone.runAs({ kind: 'system', job: 'purge-sealed' }, (tx) => tx.query(change));
      await expect(attempt).rejects.toThrow('permission denied');
    }
    await expect(runAsOwner(app, 'TRUNCATE sealed.audit')).rejects.toThrow('only ever added to');
    expect(await firstInvalidRow()).toBeNull();
    const [last] = await runBypassingTriggers<{ seq: string }>(app, 'SELECT max(seq) AS seq FROM sealed.audit');
    await runBypassingTriggers(app, `UPDATE sealed.audit SET action = 'slept' WHERE seq = 6`);
    expect(await firstInvalidRow()).toBe('6');
    await runBypassingTriggers(app, `UPDATE sealed.audit SET action = 'read' WHERE seq = 6`);
    expect(await firstInvalidRow()).toBeNull();
    await runBypassingTriggers(app, 'DELETE FROM sealed.audit WHERE seq = (SELECT max(seq) FROM sealed.audit)');
    expect(await firstInvalidRow()).toBe(last!.seq);
  });
});
