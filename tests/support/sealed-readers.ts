import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import {
  aConsultation,
  anApplication,
  anIntroduction,
  asAdvocate,
  actAsBusiness,
  runBypassingTriggers,
  withCode,
} from './advocacy.js';
import type { TestApp } from './app.js';
import { anOpportunity } from './opportunities.js';
import { attemptedChanges } from './sealed-attempts.js';

/** Session settings of a transaction in the sealed role. */
export interface ReaderSettings {
  reader?: string;
  subject?: string;
  actor?: string;
  job?: string;
  code?: string;
  now?: string;
}

/** Creates two people with every kind of record, and one who requested a consultation. */
export async function fillSealedZone(app: TestApp) {
  const [a, b] = [await anIntroduction(app), await anIntroduction(app)];
  for (const { id, code, introductionId, member, desk } of [a, b]) {
    await withCode(app, code).answer({ body: 'Hello.' });
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Hello.' });
    await desk.writeToBusiness({ introductionId, body: 'Hello.' });
    await actAsBusiness(app, member).write({ introductionId, body: 'Hello.' });
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    await desk.proposeConsent({ applicationId: id, shares: 'More.', expiresAt });
    await desk.placeHold({ recordId: id, kind: 'APPLICATION', reason: 'A court.' });
  }
  const c = await aConsultation(app);
  const desk = asAdvocate(app, a.advocate);
  const { id: opportunityId, businessId } = await anOpportunity(app.db);
  const d = { ...(await anApplication(app, { opportunityId })), businessId };
  await desk.take(d.id);
  const [givenAt, expiresAt] = [-1, 86_400].map((seconds) => new Date(Date.now() + seconds * 1_000).toISOString());
  const consentRequest = { applicationId: d.id, shares: 'A name.', expiresAt };
  const { consents } = await desk.recordConsent({ ...consentRequest, consentMethod: 'SIGNED', givenAt });
  const proposed = await desk.proposeConsent(consentRequest);
  const consentsOfD = {
    live: consents[0]!.id,
    proposed: proposed.consents.find(({ state }) => state === 'PROPOSED')!.id,
  };
  await desk.takeConsultation(c.id);
  for (const { id } of [a, b]) {
    await runBypassingTriggers(
      app,
      `INSERT INTO sealed.action_item VALUES (gen_random_uuid(), '${id}', 'business/1', 'business_suspended', now(), now())`,
    );
  }
  await runBypassingTriggers(
    app,
    `INSERT INTO sealed.action_item VALUES (gen_random_uuid(), '${a.id}', 'business/2', 'business_lapsed', now(), now(), now(),
       '${a.advocate.accountId}')`,
  );
  await runBypassingTriggers(
    app,
    `INSERT INTO sealed.person_notice VALUES ('${a.id}', 'application', 'x', 'idle', NULL), ('${b.id}', 'application', 'x', 'waiting', now())`,
  );
  await runBypassingTriggers(app, `INSERT INTO sealed.erased VALUES ('\\x01', now() - interval '1 day')`);
  const team = randomUUID();
  await runBypassingTriggers(
    app,
    `INSERT INTO sealed.team_key VALUES ('${team}', 'x', '${a.advocate.accountId}', now())`,
  );
  for (const { accountId } of [a.advocate, b.advocate]) {
    await runBypassingTriggers(
      app,
      `INSERT INTO sealed.advocate_key VALUES ('${accountId}', 'x', 'x', 'x', 1, 'x', now())`,
    );
  }
  const { accountId } = a.advocate;
  const share = `INSERT INTO sealed.team_key_share VALUES ('${team}', '${accountId}', 'x', 'x', 'x', '${accountId}', now())`;
  await runBypassingTriggers(app, share);
  const hashes = await runBypassingTriggers<{ id: string; hash: string }>(
    app,
    `SELECT id, encode(code_hash, 'hex') AS hash FROM sealed.application
     UNION ALL SELECT id, encode(code_hash, 'hex') FROM sealed.consultation`,
  );
  const hashOf = (id: string) => hashes.find((row) => row.id === id)!.hash;
  return { a, b, c, d, consentsOfD, team, hashOf };
}
export type FilledSealedZone = Awaited<ReturnType<typeof fillSealedZone>>;

export function sealedReaders({ a, c, hashOf }: FilledSealedZone, now: Date): Record<string, ReaderSettings> {
  const at = { now: now.toISOString() };
  const job = (name: string) => ({ reader: 'system', job: name, ...at });
  const business = { reader: 'business', subject: a.member.businessId, actor: a.member.accountId, ...at };
  return {
    nobody: {},
    advocate: { reader: 'advocate', actor: a.advocate.accountId, ...at },
    'new person': { reader: 'person', subject: randomUUID(), ...at },
    'person A': { reader: 'person', subject: a.id, ...at },
    'person C': { reader: 'person', subject: c.id, ...at },
    'business A': business,
    'business A after the consent expired': {
      ...business,
      now: new Date(now.valueOf() + 31 * 86_400_000).toISOString(),
    },
    auditor: { reader: 'auditor', actor: randomUUID(), ...at },
    'code of A': { reader: 'code', code: hashOf(a.id), ...at },
    'code of C': { reader: 'code', code: hashOf(c.id), ...at },
    'wrong code': { reader: 'code', code: '00', ...at },
    'erased code': { reader: 'code', code: '01', ...at },
    'purge-sealed': job('purge-sealed'),
    'make-action-items': job('make-action-items'),
    'make-message-notices': job('make-message-notices'),
    'send-discreet-notices': job('send-discreet-notices'),
    'advocacy-report': job('advocacy-report'),
    'consultation-key': job('consultation-key'),
    'check-audit-chain': job('check-audit-chain'),
    'another job': job('deliver-due-mail'),
    'keep-advocates': job('keep-advocates'),
    'program that declares a backup': job('backup'),
  };
}

const tables =
  `application consultation consent introduction message legal_hold erased monthly_count action_item person_notice advocate advocate_key
  team_key team_key_share audit audit_head`.split(/\s+/);

/** Returns queries that show a table's visible rows by owner, so that a foreign row stands out. */
function visibleRowQueries({ a, b, c, d }: FilledSealedZone): Record<string, string> {
  const ownerQuery = (column: string) =>
    `CASE ${column}::text WHEN '${a.id}' THEN 'A' WHEN '${b.id}' THEN 'B' WHEN '${c.id}' THEN 'C' WHEN '${d.id}' THEN 'D' ELSE 'other' END`;
  const marks: Record<string, string> = {
    application: ownerQuery('id'),
    consultation: ownerQuery('id'),
    consent: `${ownerQuery('application_id')} || CASE WHEN given_at IS NULL THEN ' proposed' ELSE '' END`,
    introduction: ownerQuery('application_id'),
    message: `${ownerQuery('record_id')} || ' ' || CASE WHEN introduction_id IS NULL THEN 'person' ELSE 'business' END`,
    legal_hold: ownerQuery('record_id'),
    person_notice: ownerQuery('record_id'),
    action_item: ownerQuery('application_id'),
    advocate: `CASE account_id::text WHEN '${a.advocate.accountId}' THEN 'of A' WHEN '${b.advocate.accountId}' THEN 'of B' ELSE 'other' END`,
  };
  return Object.fromEntries(
    tables.map((table) => [
      table,
      `SELECT coalesce(string_agg(DISTINCT ${marks[table] ?? `'some'`}, ', '), '') AS outcome FROM sealed.${table}`,
    ]),
  );
}

/** Part of the list of access: one kind of reader, or statements that name a table. */
export interface AccessFilter {
  reader?: string | undefined;
  table?: string | undefined;
}

/**
 * Reads and tries every change as each reader, then rolls back. Returns one line for each visible or permitted result.
 */
export async function listReaderAccess(
  client: pg.Client,
  zone: FilledSealedZone,
  now: Date,
  { reader, table: onlyTable }: AccessFilter = {},
): Promise<string[]> {
  const lines: string[] = [];
  const statements = [
    ...Object.entries(visibleRowQueries(zone)).map(([table, sql]) => ({ what: `sees ${table}`, sql, reads: true })),
    ...Object.entries(attemptedChanges(zone)).map(([title, sql]) => ({ what: `may ${title}`, sql, reads: false })),
  ].filter(({ sql }) => !onlyTable || new RegExp(`sealed\\.${onlyTable}\\b`).test(sql));
  for (const [readerName, readerSettings] of Object.entries(sealedReaders(zone, now))) {
    if (reader && readerSettings.reader !== reader) continue;
    for (const [n, outcome] of (await outcomesOf(client, readerSettings, statements)).entries()) {
      const { what, sql, reads } = statements[n]!;
      const result = reads && !outcome.code ? (outcome.seen ?? '') : describeOutcome(outcome, sql);
      const isEmpty = reads ? result === '' : ['refused', 'nothing there'].includes(result);
      if (!isEmpty) lines.push(`${readerName} | ${what} | ${result}`);
    }
  }
  return lines;
}

interface Outcome {
  seen?: string | null;
  rows?: number;
  code?: string;
  message?: string;
}

/**
 * Returns the outcome of each statement for this reader, rolled back in between. Runs within the server, because there
 * are thousands of them.
 */
async function outcomesOf(
  client: pg.Client,
  readerSettings: ReaderSettings,
  queries: ReadonlyArray<{ sql: string; reads: boolean }>,
): Promise<Outcome[]> {
  const settings = { ...readerSettings, asked: JSON.stringify(queries) };
  await client.query('BEGIN');
  try {
    for (const [name, value] of Object.entries(settings)) {
      await client.query('SELECT set_config($1, $2, true)', [`${name === 'asked' ? 'look' : 'sealed'}.${name}`, value]);
    }
    await client.query(askAllQuery);
    const { rows } = await client.query<{ outcomes: Outcome[] }>(
      `SELECT current_setting('look.outcomes')::jsonb AS outcomes`,
    );
    return rows[0]!.outcomes;
  } finally {
    await client.query('ROLLBACK');
  }
}

const askAllQuery = `DO $look$
DECLARE
  one jsonb;
  outcome jsonb;
  outcomes jsonb := '[]';
  seen text;
  met bigint;
BEGIN
  FOR one IN SELECT jsonb_array_elements(current_setting('look.asked')::jsonb) LOOP
    BEGIN
      IF (one ->> 'reads')::boolean THEN
        EXECUTE one ->> 'sql' INTO seen;
        outcome := jsonb_build_object('seen', seen);
      ELSE
        EXECUTE one ->> 'sql';
        GET DIAGNOSTICS met = ROW_COUNT;
        outcome := jsonb_build_object('rows', met);
      END IF;
      -- Nothing of it stays.
      RAISE SQLSTATE 'UNDO0';
    EXCEPTION
      WHEN SQLSTATE 'UNDO0' THEN NULL;
      WHEN OTHERS THEN outcome := jsonb_build_object('code', SQLSTATE, 'message', SQLERRM);
    END;
    outcomes := outcomes || outcome;
  END LOOP;
  PERFORM set_config('look.outcomes', outcomes::text, true);
END $look$`;

function describeOutcome({ rows, code, message }: Outcome, sql: string): string {
  if (code === undefined) return rows === 0 && !sql.startsWith('TRUNCATE') ? 'nothing there' : `${rows}`;
  // Permitted, but the row already exists.
  if (code === '23505') return 'already exists';
  // Refused by a policy, trigger or constraint. Other errors are mistakes in this file.
  if (!['42501', '23514', '23503', 'P0001'].includes(code)) throw new Error(`${sql}: ${code} ${message}`);
  return 'refused';
}
