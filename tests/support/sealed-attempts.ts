import { randomUUID } from 'node:crypto';
import type { FullZone } from './sealed-readers.js';

/** Changes that every reader tries. Written as SQL, because a service would not attempt them. */
export function attemptedChanges(zone: FullZone): Record<string, string> {
  const { a, b, c, team } = zone;
  const id = () => `'${randomUUID()}'`;
  const me = `coalesce(sealed.actor(), '${a.advocate.accountId}')`;
  const anApplication = (own: string, by: string) =>
    `INSERT INTO sealed.application (id, opportunity_id, business_id, alias, contact, sent, code_hash, code_bound, status, language,
       by_advocate, created_at) VALUES (${own}, ${id()}, ${id()}, 'x', 'x', 'x', ${id()}::bytea, 'x', 'new', 'en', ${by}, now())`;
  const aConsultation = (own: string, status = 'new') =>
    `INSERT INTO sealed.consultation (id, alias, contact, language, interpreter, sent, code_hash, code_bound, status, created_at)
     VALUES (${own}, 'x', 'x', 'en', false, 'x', ${id()}::bytea, 'x', '${status}', now())`;
  const aConsent = (method: string, given: string, by = me) =>
    `INSERT INTO sealed.consent (id, application_id, purpose, recipient_business_id, shares, given_how, recorded_at,
       given_at, expires_at, recorded_by) VALUES (${id()}, '${a.id}', 'introduction', '${a.member.businessId}', 'x',
       '${method}', now(), ${given}, now() + interval '1 day', ${by})`;
  const aMessage = (about: string, introduction: string, from: string, author: string) =>
    `INSERT INTO sealed.message (id, record_id, introduction_id, from_whom, author_id, body, created_at)
     VALUES (${id()}, '${about}', ${introduction}, '${from}', ${author}, 'x', now())`;
  const anAudit = (kind: string, actor: string) =>
    `INSERT INTO sealed.audit VALUES (999999, coalesce(sealed.clock_now(), now()), ${actor}, ${kind}, 'x', 'application', ${id()}, NULL, 'x', 'x')`;
  const anItem = (application: string, acknowledged: string, made: string) =>
    `INSERT INTO sealed.action_item VALUES (${id()}, '${application}', ${id()}, 'business_suspended', now(), ${made},
       ${acknowledged}, ${acknowledged === 'NULL' ? 'NULL' : me})`;
  const acknowledging = (by: string, at: string) =>
    `UPDATE sealed.action_item SET acknowledged_at = ${at}, acknowledged_by = ${by} WHERE acknowledged_at IS NULL`;
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
    'flag an application': anItem(a.id, 'NULL', 'coalesce(sealed.clock_now(), now())'),
    'flag an application as of yesterday': anItem(a.id, 'NULL', `now() - interval '1 day'`),
    'flag an application that is acknowledged already': anItem(a.id, 'now()', 'coalesce(sealed.clock_now(), now())'),
    'acknowledge an action item': acknowledging(me, 'sealed.clock_now()'),
    'acknowledge an action item in another name': acknowledging(`'${b.advocate.accountId}'`, 'sealed.clock_now()'),
    'acknowledge an action item as of yesterday': acknowledging(me, `now() - interval '1 day'`),
    'acknowledge an action item twice': `UPDATE sealed.action_item SET acknowledged_at = sealed.clock_now(), acknowledged_by = ${me}
       WHERE acknowledged_at IS NOT NULL`,
    'change what an action item says': `UPDATE sealed.action_item SET kind = 'x', acknowledged_at = sealed.clock_now(),
       acknowledged_by = ${me} WHERE acknowledged_at IS NULL`,
    'delete an action item': 'DELETE FROM sealed.action_item',
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
