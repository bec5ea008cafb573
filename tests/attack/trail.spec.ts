import { TrailHead } from '@upstander/advocacy';
import { Logger } from '@upstander/platform';
import pg from 'pg';
import {
  anAdvocate,
  anApplication,
  asAdvocate,
  ask,
  runBypassingTriggers,
  withCode,
  type SignedIn,
} from '../support/advocacy.js';
import { startApp, type TestApp } from '../support/app.js';

/** An attacker with the sealed role, or all roles, tries to hide that a record was read. */
let app: TestApp;
let advocate: SignedIn;
beforeAll(async () => {
  app = await startApp();
  advocate = await anAdvocate(app);
  for (let i = 0; i < 8; i += 1) await asAdvocate(app, advocate).open((await anApplication(app)).id, 'A test.');
});
afterAll(() => app.close());

const chain = () =>
  ask<{ ok: boolean; firstInvalidRow: string | null; rows: number }>(
    app,
    '{ auditChain { ok firstInvalidRow rows } }',
    {},
    advocate,
  );

async function tampered(...changes: string[]): Promise<Awaited<ReturnType<typeof chain>>> {
  await runBypassingTriggers(
    app,
    `CREATE TABLE public.kept AS TABLE sealed.audit; CREATE TABLE public.kept_head AS TABLE sealed.audit_head`,
  );
  for (const change of changes) await runBypassingTriggers(app, change);
  const state = await chain();
  await runBypassingTriggers(
    app,
    `DELETE FROM sealed.audit; INSERT INTO sealed.audit TABLE public.kept; DROP TABLE public.kept;
     UPDATE sealed.audit_head a SET seq = k.seq, hash = k.hash FROM public.kept_head k; DROP TABLE public.kept_head`,
  );
  expect(await chain()).toMatchObject({ ok: true });
  return state;
}

const moveHead = (seq: string) =>
  `UPDATE sealed.audit_head SET seq = ${seq}, hash = (SELECT hash FROM sealed.audit WHERE seq = ${seq})`;

describe('the end of the trail is also stored in the key database', () => {
  test('detects that the last five rows were cut off and the head moved back', async () => {
    const { rows } = await chain();
    const state = await tampered(moveHead(`${rows - 5}`), `DELETE FROM sealed.audit WHERE seq > ${rows - 5}`);
    expect(state).toEqual({ ok: false, firstInvalidRow: `${rows - 4}`, rows: rows - 5 });
  });

  test('detects that the whole trail was deleted', async () => {
    const zero = `UPDATE sealed.audit_head SET seq = 0, hash = decode(repeat('00', 32), 'hex')`;
    expect(await tampered('DELETE FROM sealed.audit', zero)).toEqual({ ok: false, firstInvalidRow: '1', rows: 0 });
  });

  test('names rows that were swapped', async () => {
    const swap = `UPDATE sealed.audit SET seq = CASE seq WHEN 3 THEN 1004 ELSE 1003 END WHERE seq IN (3, 4)`;
    expect(await tampered(swap, 'UPDATE sealed.audit SET seq = seq - 1000 WHERE seq > 1000')).toMatchObject({
      ok: false,
      firstInvalidRow: '3',
    });
  });

  test.each(['1 microsecond', '1 millisecond'])('names a row whose time was moved by %s', async (by) => {
    const move = `UPDATE sealed.audit SET at = at + interval '${by}' WHERE seq = 3`;
    expect(await tampered(move)).toMatchObject({ ok: false, firstInvalidRow: '3' });
  });

  test('rows added after a cut do not hide it', async () => {
    const { rows } = await chain();
    await runBypassingTriggers(app, moveHead(`${rows - 3}`));
    await runBypassingTriggers(app, `DELETE FROM sealed.audit WHERE seq > ${rows - 3}`);
    for (let i = 0; i < 4; i += 1) {
      await asAdvocate(app, advocate).open((await anApplication(app)).id, 'A test.');
      expect((await chain()).ok).toBe(false);
    }
    expect((await chain()).rows).toBeGreaterThan(rows);
    const error = jest.spyOn(app.nest.get(Logger), 'error').mockImplementation(() => undefined);
    await app.runJob('check-audit-chain');
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ row: `${rows}` }), 'the audit trail is broken');
    error.mockRestore();
  });

  test('the stored end only moves forward', async () => {
    const sealed = new pg.Client({ connectionString: app.config.SEALED_KEYS_URL });
    await sealed.connect();
    const back = `UPDATE public.trail_head SET seq = 0 WHERE zone = '${new URL(app.config.DATABASE_URL).pathname.slice(1)}'`;
    await expect(sealed.query(back)).rejects.toThrow('only goes forward');
    await expect(sealed.query('DELETE FROM public.trail_head')).rejects.toThrow('permission denied');
    await expect(sealed.query('TRUNCATE public.trail_head')).rejects.toThrow('permission denied');
    await expect(sealed.query('ALTER TABLE public.trail_head DISABLE TRIGGER ALL')).rejects.toThrow('must be owner');
    await sealed.end();
  });
});

describe('in an intact trail', () => {
  let fresh: TestApp;
  beforeAll(async () => (fresh = await startApp()));
  afterAll(() => fresh.close());

  test('a crash between the two databases raises no alarm, and the next row catches up', async () => {
    const head = fresh.nest.get(TrailHead);
    await anApplication(fresh);
    const dies = jest.spyOn(head, 'advance').mockRejectedValue(new Error('The process is gone.'));
    const { code } = await anApplication(fresh);
    dies.mockRestore();
    expect((await head.readHead())!.seq).toBe('1');
    const error = jest.spyOn(fresh.nest.get(Logger), 'error');
    await fresh.runJob('check-audit-chain');
    await withCode(fresh, code).erase();
    expect(Number((await head.readHead())!.seq)).toBeGreaterThan(2);
    await fresh.runJob('check-audit-chain');
    expect(error).not.toHaveBeenCalled();
  });

  test('concurrent writes leave the trail intact', async () => {
    await Promise.all(Array.from({ length: 12 }, () => anApplication(fresh)));
    const error = jest.spyOn(fresh.nest.get(Logger), 'error');
    await fresh.runJob('check-audit-chain');
    expect(error).not.toHaveBeenCalled();
    const [last] = await runBypassingTriggers<{ seq: string }>(fresh, 'SELECT seq FROM sealed.audit_head');
    expect(await fresh.nest.get(TrailHead).readHead()).toMatchObject({ seq: last!.seq });
  });

  test('the reason for reading a record is sealed, chained, sent to advocates, and erased with the record', async () => {
    const [first, second] = [await anAdvocate(fresh), await anAdvocate(fresh, 'Bo Reyes')];
    const { id, code } = await anApplication(fresh);
    await asAdvocate(fresh, first).take(id);
    await asAdvocate(fresh, second).open(id, 'Her sister Estrella rang.');
    const rows = await runBypassingTriggers(fresh, 'SELECT * FROM sealed.audit');
    expect(JSON.stringify(rows)).not.toContain('Estrella');
    expect(rows.some((row) => row['sealed_reason'] !== null && row['reason'] === null)).toBe(true);
    const reasons = async () =>
      (
        await ask<{ edges: Array<{ node: { reason: string | null; hasReason: boolean } }> }>(
          fresh,
          '{ auditTrail(first: 20) { edges { node { reason hasReason } } } }',
          {},
          first,
        )
      ).edges
        .map(({ node }) => node)
        .filter(({ hasReason }) => hasReason);
    expect(await reasons()).toEqual([{ reason: 'Her sister Estrella rang.', hasReason: true }]);
    await withCode(fresh, code).erase();
    expect(await reasons()).toEqual([{ reason: null, hasReason: true }]);
    expect(await ask(fresh, '{ auditChain { ok } }', {}, first)).toEqual({ ok: true });
  });
});
