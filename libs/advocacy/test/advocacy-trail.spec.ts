import { randomUUID } from 'node:crypto';
import { Logger } from '@upstander/platform';
import {
  aConsultation,
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  actAsBusiness,
  ask,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { days } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const readsOf = async (id: string) =>
  (
    await runBypassingTriggers<{ n: number }>(
      app,
      `SELECT count(*)::int AS n FROM sealed.audit WHERE record_id = $1 AND action = 'read'`,
      [id],
    )
  )[0]!.n;

interface Entry {
  seq: string;
  actorName: string | null;
  actorKind: string;
  action: string;
  reason: string | null;
  hasReason: boolean;
}
const trail = async (cookie: string, filter: Record<string, unknown> = {}, first = 50, after?: string) => {
  const entries = await ask<{
    edges: Array<{ node: Entry }>;
    pageInfo: { endCursor: string; hasNextPage: boolean };
    totalCount: number;
  }>(
    app,
    `query ($filter: AuditFilter, $first: Int, $after: String) { auditTrail(filter: $filter, first: $first, after: $after) {
       edges { node { seq actorName actorKind action reason hasReason } } pageInfo { endCursor hasNextPage } totalCount } }`,
    { filter, first, after },
    { cookie },
  );
  return { ...entries, rows: entries.edges.map(({ node }) => node) };
};

describe('reading sealed data', () => {
  test('is audited once per read, for every way to open a record', async () => {
    const introduction = await anIntroduction(app);
    const { id, desk } = introduction;
    const record = { recordId: id, kind: 'APPLICATION' };
    const expiresAt = new Date(Date.now() + days(9)).toISOString();
    const before = await readsOf(id);
    const readings: Array<() => Promise<unknown>> = [
      () => desk.open(id),
      () => desk.take(id),
      () => desk.proposeConsent({ applicationId: id, shares: 'More.', expiresAt }),
      () => desk.introduce({ applicationId: id, consentId: introduction.consentId, alias: 'L.' }),
      () => desk.withdrawConsent({ applicationId: id, consentId: introduction.consentId }),
      () => withCode(app, introduction.code).open(),
      () => desk.close(id),
    ];
    for (const [i, reading] of readings.entries()) {
      await reading();
      expect([i, await readsOf(id)]).toEqual([i, before + i + 1]);
    }
    // A response without sealed data isn't a read.
    await desk.contacted(record).catch(() => undefined);
    expect(await readsOf(id)).toBe(before + readings.length);
  });

  test('is audited for consultations and the inbox of a business', async () => {
    const { id } = await aConsultation(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.takeConsultation(id);
    await desk.openConsultation(id);
    expect(await readsOf(id)).toBe(2);
    const introduction = await anIntroduction(app);
    await actAsBusiness(app, introduction.member).list(introduction.member.businessId);
    await actAsBusiness(app, introduction.member).open(introduction.introductionId);
    expect([await readsOf(introduction.member.businessId), await readsOf(introduction.introductionId)]).toEqual([1, 1]);
  });

  test("fails if the audit entry can't be written", async () => {
    const { id } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await runBypassingTriggers(
      app,
      'ALTER TABLE sealed.audit ADD CONSTRAINT no_reading CHECK (action <> $$read$$) NOT VALID',
    );
    await expect(desk.open(id)).rejects.toThrow('INTERNAL_SERVER_ERROR');
    await runBypassingTriggers(app, 'ALTER TABLE sealed.audit DROP CONSTRAINT no_reading');
    expect(await desk.open(id)).not.toBeNull();
  });

  test("doesn't happen in a list, which shows nothing sealed", async () => {
    const { id } = await anApplication(app, { nameToUse: 'Xaviera', note: 'Pomegranate' });
    const { cookie } = await anAdvocate(app);
    const list = await app.graphql(
      `{ sealedApplications(first: 100) { totalCount edges { node { id status createdAt opportunityId opportunityTitle
         businessName language takenBy takenByMe unread liveConsent } } } }`,
      {},
      { cookie },
    );
    expect(JSON.stringify(list)).toContain(id);
    expect(JSON.stringify(list)).not.toMatch(/Xaviera|Pomegranate|3105550123/);
    expect(await readsOf(id)).toBe(0);
  });
});

describe('a reason', () => {
  test("is required and stored for records that are not one's own, closed or on hold", async () => {
    const { id } = await anApplication(app);
    const [ownDesk, colleague] = [asAdvocate(app, await anAdvocate(app)), await anAdvocate(app, 'Noor Haddad')];
    await expect(ownDesk.open(id)).rejects.toThrow('REASON_NEEDED');
    await expect(ownDesk.open(id, '  ')).rejects.toThrow('REASON_NEEDED');
    await ownDesk.take(id);
    expect(await ownDesk.open(id)).toMatchObject({ takenByMe: true });
    const colleagueDesk = asAdvocate(app, colleague);
    await expect(colleagueDesk.open(id)).rejects.toThrow('REASON_NEEDED');
    await expect(colleagueDesk.take(id)).rejects.toThrow('REASON_NEEDED');
    expect(await colleagueDesk.open(id, 'Covering for a colleague.')).toMatchObject({ takenByMe: false });
    await ownDesk.placeHold({ recordId: id, kind: 'APPLICATION', reason: 'A court.' });
    await expect(ownDesk.open(id)).rejects.toThrow('REASON_NEEDED');
    await ownDesk.liftHold({ recordId: id, kind: 'APPLICATION', reason: 'Settled.' });
    await ownDesk.close(id);
    await expect(ownDesk.open(id)).rejects.toThrow('REASON_NEEDED');
    await expect(ownDesk.take(id)).rejects.toThrow('REASON_NEEDED');
    expect(await ownDesk.take(id, 'She called again.')).toMatchObject({ status: 'CONTACTED' });
    const { rows } = await trail(colleague.cookie, { recordId: id });
    expect(rows.filter(({ reason }) => reason).map(({ reason }) => reason)).toEqual([
      'She called again.',
      'Covering for a colleague.',
    ]);
  });

  test("isn't required for a record that doesn't exist", async () => {
    const desk = asAdvocate(app, await anAdvocate(app));
    expect([await desk.open(randomUUID()), await desk.openConsultation('no id')]).toEqual([null, null]);
  });

  test('lets a colleague take over a record', async () => {
    const { id } = await anApplication(app);
    const [one, second] = [
      asAdvocate(app, await anAdvocate(app)),
      asAdvocate(app, await anAdvocate(app, 'Noor Haddad')),
    ];
    await one.take(id);
    expect(await second.take(id, 'One is on leave.')).toMatchObject({ takenBy: 'Noor Haddad', takenByMe: true });
    await expect(one.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'x' })).rejects.toThrow('TAKE_IT_FIRST');
  });
});

describe('the audit trail', () => {
  test('shows reasons to advocates, and only their presence to admins', async () => {
    const { id, code } = await anApplication(app);
    const advocate = await anAdvocate(app);
    await asAdvocate(app, advocate).open(id, 'Xaviera asked for it.');
    await withCode(app, code).open();
    const { rows } = await trail(advocate.cookie, { recordId: id });
    expect(rows.map(({ action, actorKind, actorName, reason }) => [action, actorKind, actorName, reason])).toEqual([
      ['read', 'person', null, null],
      ['read', 'advocate', 'Ada Reyes', 'Xaviera asked for it.'],
      ['sent', 'person', null, null],
    ]);
    const admin = await app.signedIn({ role: 'admin' });
    const entriesForAdmin = await trail(admin.cookie, { recordId: id });
    expect(entriesForAdmin.rows.map(({ reason, hasReason }) => [reason, hasReason])).toEqual([
      [null, false],
      [null, true],
      [null, false],
    ]);
  });

  test('has filters and pages', async () => {
    const advocate = await anAdvocate(app);
    const { id } = await anApplication(app);
    for (let i = 0; i < 5; i += 1) await asAdvocate(app, advocate).open(id, `Reason ${i}.`);
    const filter = { actorId: advocate.accountId, action: 'read', from: new Date(0).toISOString() };
    const first = await trail(advocate.cookie, filter, 3);
    expect([first.rows.length, first.totalCount, first.pageInfo.hasNextPage]).toEqual([3, 5, true]);
    const second = await trail(advocate.cookie, filter, 3, first.pageInfo.endCursor);
    expect(second.rows.map(({ reason }) => reason)).toEqual(['Reason 1.', 'Reason 0.']);
    expect((await trail(advocate.cookie, { ...filter, to: new Date(0).toISOString() })).rows).toEqual([]);
    await expect(trail(advocate.cookie, { actorId: 'no id' })).rejects.toThrow('BAD_INPUT');
    await expect(trail(advocate.cookie, {}, 3, 'no cursor')).rejects.toThrow('BAD_INPUT');
  });

  test('is checked every night, and a broken row is logged and shown by its number', async () => {
    const { cookie } = await app.signedIn({ role: 'admin' });
    const state = () =>
      ask<{ ok: boolean; firstInvalidRow: string | null; rows: number }>(
        app,
        '{ auditChain { ok firstInvalidRow rows checkedAt } }',
        {},
        { cookie },
      );
    const lastAuditCheck = () =>
      ask<{ ok: boolean; firstInvalidRow: string | null; checkedAt: string } | null>(
        app,
        '{ lastAuditCheck { ok firstInvalidRow checkedAt } }',
        {},
        { cookie },
      );
    expect(await lastAuditCheck()).toBeNull();
    const logged: unknown[] = [];
    const logger = app.nest.get(Logger);
    const logSpies = (['info', 'error'] as const).map((level) =>
      jest.spyOn(logger, level).mockImplementation((fields: unknown, sentence?: unknown) => {
        if (/^the audit trail/.test(String(sentence))) logged.push([fields, sentence]);
      }),
    );
    const { rows } = await state();
    await app.runJob('check-audit-chain');
    expect(await state()).toMatchObject({ ok: true, firstInvalidRow: null, rows });
    expect(await lastAuditCheck()).toMatchObject({ ok: true, firstInvalidRow: null });
    await runBypassingTriggers(app, `UPDATE sealed.audit SET reason = 'Nothing to see.' WHERE seq = 2`);
    await app.runJob('check-audit-chain');
    expect(await state()).toMatchObject({ ok: false, firstInvalidRow: '2' });
    expect(await lastAuditCheck()).toMatchObject({ ok: false, firstInvalidRow: '2' });
    await runBypassingTriggers(app, `UPDATE sealed.audit SET reason = NULL WHERE seq = 2`);
    expect(logged).toEqual([
      [{ rows: String(rows) }, 'the audit trail is intact'],
      [{ row: '2', rows: String(rows), remembered: String(rows) }, 'the audit trail is broken'],
    ]);
    for (const spy of logSpies) spy.mockRestore();
  });

  test("can't be rewritten by someone with only its rows, because its key is stored elsewhere", async () => {
    const { cookie } = await anAdvocate(app);
    const ok = async () => (await ask<{ ok: boolean }>(app, '{ auditChain { ok } }', {}, { cookie })).ok;
    const [last] = await runBypassingTriggers<{ seq: string; hash: Buffer; previous: Buffer }>(
      app,
      'SELECT seq, hash, previous FROM sealed.audit ORDER BY seq DESC LIMIT 1',
    );
    expect(await ok()).toBe(true);
    // A forger who assumes a plain hash.
    const forgedHash = 'sha256(previous || convert_to(action, $$UTF8$$))';
    await runBypassingTriggers(app, `UPDATE sealed.audit SET action = 'slept' WHERE seq = ${last!.seq}`);
    await runBypassingTriggers(app, `UPDATE sealed.audit SET hash = ${forgedHash} WHERE seq = ${last!.seq}`);
    await runBypassingTriggers(
      app,
      `UPDATE sealed.audit_head SET hash = (SELECT hash FROM sealed.audit WHERE seq = ${last!.seq})`,
    );
    expect(await ok()).toBe(false);
  });
});
