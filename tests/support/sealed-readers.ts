import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { aConsultation, anApplication, anIntroduction, asAdvocate, asBusiness, byForce, withCode } from './advocacy.js';
import type { TestApp } from './app.js';
import { anOpportunity } from './opportunities.js';

/** What a transaction of the sealed role says about who reads. */
export interface Said {
  reader?: string;
  subject?: string;
  actor?: string;
  job?: string;
  code?: string;
  now?: string;
}

/** Two people with all that can belong to somebody, and somebody who asked for a consultation. */
export async function aFullZone(app: TestApp) {
  const [a, b] = [await anIntroduction(app), await anIntroduction(app)];
  for (const { id, code, introductionId, member, desk } of [a, b]) {
    await withCode(app, code).answer({ body: 'Hello.' });
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Hello.' });
    await desk.writeToBusiness({ introductionId, body: 'Hello.' });
    await asBusiness(app, member).write({ introductionId, body: 'Hello.' });
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
  const wish = { applicationId: d.id, shares: 'A name.', expiresAt };
  const { consents } = await desk.recordConsent({ ...wish, givenHow: 'SIGNED', givenAt });
  const proposed = await desk.proposeConsent(wish);
  const consentsOfD = {
    live: consents[0]!.id,
    proposed: proposed.consents.find(({ state }) => state === 'PROPOSED')!.id,
  };
  await desk.takeConsultation(c.id);
  await byForce(app, `INSERT INTO sealed.erased VALUES ('\\x01', now() - interval '1 day')`);
  const team = randomUUID();
  await byForce(app, `INSERT INTO sealed.team_key VALUES ('${team}', 'x', '${a.advocate.accountId}', now())`);
  for (const { accountId } of [a.advocate, b.advocate]) {
    await byForce(app, `INSERT INTO sealed.advocate_key VALUES ('${accountId}', 'x', 'x', 'x', 1, 'x', now())`);
  }
  const { accountId } = a.advocate;
  const share = `INSERT INTO sealed.team_key_share VALUES ('${team}', '${accountId}', 'x', 'x', 'x', '${accountId}', now())`;
  await byForce(app, share);
  const hashes = await byForce<{ id: string; hash: string }>(
    app,
    `SELECT id, encode(code_hash, 'hex') AS hash FROM sealed.application
     UNION ALL SELECT id, encode(code_hash, 'hex') FROM sealed.consultation`,
  );
  const hashOf = (id: string) => hashes.find((row) => row.id === id)!.hash;
  return { a, b, c, d, consentsOfD, team, hashOf };
}
export type FullZone = Awaited<ReturnType<typeof aFullZone>>;

/** Who reads. */
export function everybody({ a, c, hashOf }: FullZone, now: Date): Record<string, Said> {
  const at = { now: now.toISOString() };
  const job = (name: string) => ({ reader: 'system', job: name, ...at });
  const business = { reader: 'business', subject: a.member.businessId, actor: a.member.accountId, ...at };
  return {
    nobody: {},
    advocate: { reader: 'advocate', actor: a.advocate.accountId, ...at },
    'somebody new': { reader: 'person', subject: randomUUID(), ...at },
    'person A': { reader: 'person', subject: a.id, ...at },
    'person C': { reader: 'person', subject: c.id, ...at },
    'business A': business,
    'business A, the consent run out': { ...business, now: new Date(now.valueOf() + 31 * 86_400_000).toISOString() },
    auditor: { reader: 'auditor', actor: randomUUID(), ...at },
    'the code of A': { reader: 'code', code: hashOf(a.id), ...at },
    'the code of C': { reader: 'code', code: hashOf(c.id), ...at },
    'a wrong code': { reader: 'code', code: '00', ...at },
    'an erased code': { reader: 'code', code: '01', ...at },
    'purge-sealed': job('purge-sealed'),
    'make-message-notices': job('make-message-notices'),
    'advocacy-report': job('advocacy-report'),
    'consultation-key': job('consultation-key'),
    'check-audit-chain': job('check-audit-chain'),
    'another job': job('deliver-due-mail'),
    'keep-advocates': job('keep-advocates'),
    'a program that says it backs up': job('backup'),
  };
}

const tables =
  `application consultation consent introduction message legal_hold erased monthly_count advocate advocate_key
  team_key team_key_share audit audit_head`.split(/\s+/);

/** Which rows of which table are shown: by whose they are, so that a foreign one is seen at once. */
function shown({ a, b, c, d }: FullZone): Record<string, string> {
  const whose = (column: string) =>
    `CASE ${column}::text WHEN '${a.id}' THEN 'A' WHEN '${b.id}' THEN 'B' WHEN '${c.id}' THEN 'C' WHEN '${d.id}' THEN 'D' ELSE 'other' END`;
  const marks: Record<string, string> = {
    application: whose('id'),
    consultation: whose('id'),
    consent: `${whose('application_id')} || CASE WHEN given_at IS NULL THEN ' proposed' ELSE '' END`,
    introduction: whose('application_id'),
    message: `${whose('record_id')} || ' ' || CASE WHEN introduction_id IS NULL THEN 'person' ELSE 'business' END`,
    legal_hold: whose('record_id'),
    advocate: `CASE account_id::text WHEN '${a.advocate.accountId}' THEN 'of A' WHEN '${b.advocate.accountId}' THEN 'of B' ELSE 'other' END`,
  };
  return Object.fromEntries(
    tables.map((table) => [
      table,
      `SELECT coalesce(string_agg(DISTINCT ${marks[table] ?? `'some'`}, ', '), '') AS outcome FROM sealed.${table}`,
    ]),
  );
}

/** What everybody tries to change. Written as SQL, because a service would not even try. */
function tries(zone: FullZone): Record<string, string> {
  const { a, b, c, team } = zone;
  const id = () => `'${randomUUID()}'`;
  const me = `coalesce(sealed.actor(), '${a.advocate.accountId}')`;
  const anApplication = (own: string, by: string) =>
    `INSERT INTO sealed.application (id, opportunity_id, business_id, alias, contact, sent, code_hash, code_bound, status, language,
       by_advocate, created_at) VALUES (${own}, ${id()}, ${id()}, 'x', 'x', 'x', ${id()}::bytea, 'x', 'new', 'en', ${by}, now())`;
  const aConsultation = (own: string, status = 'new') =>
    `INSERT INTO sealed.consultation (id, alias, contact, language, interpreter, sent, code_hash, code_bound, status, created_at)
     VALUES (${own}, 'x', 'x', 'en', false, 'x', ${id()}::bytea, 'x', '${status}', now())`;
  const aConsent = (how: string, given: string, by = me) =>
    `INSERT INTO sealed.consent (id, application_id, purpose, recipient_business_id, shares, given_how, recorded_at,
       given_at, expires_at, recorded_by) VALUES (${id()}, '${a.id}', 'introduction', '${a.member.businessId}', 'x',
       '${how}', now(), ${given}, now() + interval '1 day', ${by})`;
  const aMessage = (about: string, introduction: string, from: string, author: string) =>
    `INSERT INTO sealed.message (id, record_id, introduction_id, from_whom, author_id, body, created_at)
     VALUES (${id()}, '${about}', ${introduction}, '${from}', ${author}, 'x', now())`;
  const anAudit = (kind: string, actor: string) =>
    `INSERT INTO sealed.audit VALUES (999999, coalesce(sealed.clock_now(), now()), ${actor}, ${kind}, 'x', 'application', ${id()}, NULL, 'x', 'x')`;
  return {
    'apply by hand as somebody else': anApplication(id(), 'NULL'),
    'apply for somebody': anApplication(id(), me),
    'apply in the name of another advocate': anApplication(id(), `'${b.advocate.accountId}'`),
    'write an application that is mine': anApplication(`coalesce(sealed.subject(), ${id()})`, 'NULL'),
    'ask for a consultation as somebody else': aConsultation(id()),
    'write a consultation that is mine': aConsultation(`coalesce(sealed.subject(), ${id()})`),
    'write a consultation of mine that is scheduled already': aConsultation(
      `coalesce(sealed.subject(), ${id()})`,
      'scheduled',
    ),
    'take an application': `UPDATE sealed.application SET taken_by = '${b.advocate.accountId}' WHERE id <> '${b.id}'`,
    'change a safe contact': `UPDATE sealed.application SET contact = 'y'`,
    'change the opportunity of an application': `UPDATE sealed.application SET opportunity_id = ${id()}`,
    'change the code of an application': `UPDATE sealed.application SET code_hash = 'y' WHERE id = '${a.id}'`,
    'delete an application': 'DELETE FROM sealed.application',
    'take a consultation': `UPDATE sealed.consultation SET taken_by = '${b.advocate.accountId}'`,
    'change what a consultation is about': `UPDATE sealed.consultation SET about = 'y', about_sealed_by = 'server'`,
    'change the contact of a consultation': `UPDATE sealed.consultation SET contact = 'y'`,
    'delete a consultation': 'DELETE FROM sealed.consultation',
    'record a signed consent': aConsent('signed', 'now()'),
    'record a signed consent in another name': aConsent('signed', 'now()', `'${b.advocate.accountId}'`),
    'record a consent as given with the code': aConsent('by_code', 'now()'),
    'propose a consent': aConsent('by_code', 'NULL'),
    'give a proposed consent': `UPDATE sealed.consent SET given_at = sealed.clock_now() WHERE given_at IS NULL`,
    'give a proposed consent as of yesterday': `UPDATE sealed.consent SET given_at = sealed.clock_now() - interval '1 day' WHERE given_at IS NULL`,
    'give a consent a second time': `UPDATE sealed.consent SET given_at = sealed.clock_now() WHERE given_at IS NOT NULL`,
    'take a consent back': `UPDATE sealed.consent SET revoked_at = sealed.clock_now()`,
    'take a consent back and change what it shared': `UPDATE sealed.consent SET revoked_at = sealed.clock_now(), shares = 'y'`,
    'take a consent back as of tomorrow': `UPDATE sealed.consent SET revoked_at = sealed.clock_now() + interval '1 day'`,
    'make a consent last longer': `UPDATE sealed.consent SET expires_at = expires_at + interval '1 day'`,
    'change what a consent shares': `UPDATE sealed.consent SET shares = 'y'`,
    'give a consent to another business': `UPDATE sealed.consent SET recipient_business_id = ${id()} WHERE given_at IS NULL`,
    'delete a consent': 'DELETE FROM sealed.consent',
    'introduce within the consent': introducing(zone, zone.consentsOfD.live, me),
    'introduce in the name of another advocate': introducing(zone, zone.consentsOfD.live, `'${b.advocate.accountId}'`),
    'introduce with a consent that nobody gave': introducing(zone, zone.consentsOfD.proposed, me),
    'tell a business anew': `UPDATE sealed.introduction SET consent_id = '${a.consentId}', payload = 'y'
       WHERE application_id = '${a.id}'`,
    'tell a business anew with a consent that nobody gave': `UPDATE sealed.introduction SET consent_id = (
       SELECT id FROM sealed.consent WHERE application_id = '${a.id}' AND given_at IS NULL) WHERE application_id = '${a.id}'`,
    'answer an introduction': `UPDATE sealed.introduction SET answer = 'interested'`,
    'change what an introduction tells': `UPDATE sealed.introduction SET payload = 'y'`,
    'point an introduction at another opportunity': `UPDATE sealed.introduction SET opportunity_id = ${id()}`,
    'delete an introduction': 'DELETE FROM sealed.introduction',
    'write as the person': aMessage(a.id, 'NULL', 'person', 'NULL'),
    'write as another person': aMessage(b.id, 'NULL', 'person', 'NULL'),
    'write to the person as an advocate': aMessage(a.id, 'NULL', 'advocate', me),
    'write in the name of another advocate': aMessage(a.id, 'NULL', 'advocate', `'${b.advocate.accountId}'`),
    'write as the business': aMessage(a.id, `'${a.introductionId}'`, 'business', `coalesce(sealed.actor(), ${id()})`),
    'write as another business': aMessage(
      b.id,
      `'${b.introductionId}'`,
      'business',
      `coalesce(sealed.actor(), ${id()})`,
    ),
    'write as a colleague at the business': aMessage(a.id, `'${a.introductionId}'`, 'business', id()),
    'mark messages as read': `UPDATE sealed.message SET read_at = '2000-01-01'`,
    'change a message': `UPDATE sealed.message SET body = 'y'`,
    'delete a message': 'DELETE FROM sealed.message',
    'place a hold': `INSERT INTO sealed.legal_hold VALUES ('${c.id}', ${me}, 'x', now())`,
    'place a hold in another name': `INSERT INTO sealed.legal_hold VALUES ('${c.id}', '${b.advocate.accountId}', 'x', now())`,
    'lift a hold': 'UPDATE sealed.legal_hold SET lifted_at = now()',
    'delete a hold': 'DELETE FROM sealed.legal_hold',
    'note that a code was erased': `INSERT INTO sealed.erased VALUES ('\\x02', now())`,
    'forget erased codes': 'DELETE FROM sealed.erased',
    'count something': `INSERT INTO sealed.monthly_count (month, kind, what) VALUES ('2026-11-01', 'application', 'opened')`,
    'uncount something': 'DELETE FROM sealed.monthly_count',
    'keep a key of mine': `INSERT INTO sealed.advocate_key VALUES (coalesce(sealed.actor(), ${id()}), 'x', 'x', 'x', 1, 'x', now())
       ON CONFLICT (account_id) DO UPDATE SET iv = 'y'`,
    'keep a key of somebody else': `INSERT INTO sealed.advocate_key VALUES (${id()}, 'x', 'x', 'x', 1, 'x', now())`,
    'change the keys of colleagues': `UPDATE sealed.advocate_key SET iv = 'y' WHERE account_id IS DISTINCT FROM sealed.actor()`,
    'drop keys': 'DELETE FROM sealed.advocate_key',
    'make a key of the team': `INSERT INTO sealed.team_key VALUES (${id()}, 'x', ${me}, now())`,
    'make a key of the team in another name': `INSERT INTO sealed.team_key VALUES (${id()}, 'x', '${b.advocate.accountId}', now())`,
    'change a key of the team': `UPDATE sealed.team_key SET public_key = 'y'`,
    'share a key': `INSERT INTO sealed.team_key_share VALUES ('${team}', '${b.advocate.accountId}', 'x', 'x', 'x', ${me}, now())`,
    'share a key in another name': `INSERT INTO sealed.team_key_share VALUES ('${team}', '${b.advocate.accountId}', 'x', 'x', 'x', ${id()}, now())`,
    'share a key anew': `UPDATE sealed.team_key_share SET iv = 'y', shared_by = ${me}`,
    'share a key anew in another name': `UPDATE sealed.team_key_share SET iv = 'y', shared_by = ${id()}`,
    'take a share away': 'DELETE FROM sealed.team_key_share',
    'list an advocate': `INSERT INTO sealed.advocate VALUES (${id()}, now(), 'x')`,
    'change the list of advocates': `UPDATE sealed.advocate SET mac = 'y'`,
    'take advocates off the list': 'DELETE FROM sealed.advocate',
    'add to the trail': anAudit('sealed.reader()', 'sealed.actor()'),
    'add to the trail as an advocate': anAudit(`'advocate'`, 'sealed.actor()'),
    'add to the trail in another name': anAudit('sealed.reader()', id()),
    'change the trail': `UPDATE sealed.audit SET action = 'slept'`,
    'delete from the trail': 'DELETE FROM sealed.audit',
    'empty the trail': 'TRUNCATE sealed.audit',
    'move the end of the trail': 'UPDATE sealed.audit_head SET seq = seq',
  };
}

function introducing({ d }: FullZone, consent: string, by: string): string {
  return `INSERT INTO sealed.introduction (id, application_id, business_id, opportunity_id, consent_id, payload, created_by,
      created_at)
    SELECT '${randomUUID()}', '${d.id}', c.recipient_business_id, '${randomUUID()}', c.id, 'x', ${by}, now()
    FROM (SELECT '${consent}'::uuid AS id, '${d.businessId}'::uuid AS recipient_business_id) c`;
}

/** Reads as everybody (or as those of one kind) and tries everything; nothing of it stays. One line for each thing that is seen or done. */
export async function look(client: pg.Client, zone: FullZone, now: Date, reader?: string): Promise<string[]> {
  const lines: string[] = [];
  const asked = [
    ...Object.entries(shown(zone)).map(([table, sql]) => ({ what: `sees ${table}`, sql, reads: true })),
    ...Object.entries(tries(zone)).map(([what, sql]) => ({ what: `may ${what}`, sql, reads: false })),
  ];
  for (const [who, said] of Object.entries(everybody(zone, now))) {
    if (reader && said.reader !== reader) continue;
    for (const [n, outcome] of (await outcomesOf(client, said, asked)).entries()) {
      const { what, sql, reads } = asked[n]!;
      const became = reads && !outcome.code ? (outcome.seen ?? '') : inWords(outcome, sql);
      const isNothing = reads ? became === '' : ['refused', 'nothing there'].includes(became);
      if (!isNothing) lines.push(`${who} | ${what} | ${became}`);
    }
  }
  return lines;
}

interface Outcome {
  /** What a reading showed. */
  seen?: string | null;
  /** How many rows a try met. */
  rows?: number;
  code?: string;
  message?: string;
}

/** What comes of each as this reader, undone before the next; asked within the server, which thousands of questions reach at once. */
async function outcomesOf(
  client: pg.Client,
  said: Said,
  asked: ReadonlyArray<{ sql: string; reads: boolean }>,
): Promise<Outcome[]> {
  const settings = { ...said, asked: JSON.stringify(asked) };
  await client.query('BEGIN');
  try {
    for (const [name, value] of Object.entries(settings)) {
      await client.query('SELECT set_config($1, $2, true)', [`${name === 'asked' ? 'look' : 'sealed'}.${name}`, value]);
    }
    await client.query(askAll);
    const { rows } = await client.query<{ outcomes: Outcome[] }>(
      `SELECT current_setting('look.outcomes')::jsonb AS outcomes`,
    );
    return rows[0]!.outcomes;
  } finally {
    await client.query('ROLLBACK');
  }
}

const askAll = `DO $look$
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

function inWords({ rows, code, message }: Outcome, sql: string): string {
  if (code === undefined) return rows === 0 && !sql.startsWith('TRUNCATE') ? 'nothing there' : `${rows}`;
  // Let in, and only then found to be there already.
  if (code === '23505') return 'there already';
  // Refused by a policy, by a trigger, by a constraint; anything else is a mistake of this file.
  if (!['42501', '23514', '23503', 'P0001'].includes(code)) throw new Error(`${sql}: ${code} ${message}`);
  return 'refused';
}
