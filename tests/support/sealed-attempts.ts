import { randomUUID } from 'node:crypto';
import type { FilledSealedZone } from './sealed-readers.js';

/** Changes that every reader tries. Written as SQL, because a service would not attempt them. */
export function attemptedChanges(zone: FilledSealedZone): Record<string, string> {
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
  const insertItem = (application: string, acknowledged: string, made: string) =>
    `INSERT INTO sealed.action_item VALUES (${id()}, '${application}', ${id()}, 'business_suspended', now(), ${made},
       ${acknowledged}, ${acknowledged === 'NULL' ? 'NULL' : me})`;
  const acknowledgeItem = (by: string, at: string) =>
    `UPDATE sealed.action_item SET acknowledged_at = ${at}, acknowledged_by = ${by} WHERE acknowledged_at IS NULL`;
  return {
    'create another person’s application': anApplication(id(), 'NULL'),
    'apply for a person': anApplication(id(), me),
    'apply for a person as another advocate': anApplication(id(), `'${b.advocate.accountId}'`),
    'create their own application': anApplication(`coalesce(sealed.subject(), ${id()})`, 'NULL'),
    'create another person’s consultation': aConsultation(id()),
    'create their own consultation': aConsultation(`coalesce(sealed.subject(), ${id()})`),
    'create their own consultation with an appointment': aConsultation(
      `coalesce(sealed.subject(), ${id()})`,
      'scheduled',
    ),
    'assign an application': `UPDATE sealed.application SET taken_by = '${b.advocate.accountId}' WHERE id <> '${b.id}'`,
    'change a safe contact': `UPDATE sealed.application SET contact = 'y'`,
    'change the opportunity of an application': `UPDATE sealed.application SET opportunity_id = ${id()}`,
    'change the code of an application': `UPDATE sealed.application SET code_hash = 'y' WHERE id = '${a.id}'`,
    'delete an application': 'DELETE FROM sealed.application',
    'assign a consultation': `UPDATE sealed.consultation SET taken_by = '${b.advocate.accountId}'`,
    'change the subject of a consultation': `UPDATE sealed.consultation SET about = 'y', about_sealed_by = 'server'`,
    'change the contact of a consultation': `UPDATE sealed.consultation SET contact = 'y'`,
    'delete a consultation': 'DELETE FROM sealed.consultation',
    'record a signed consent': aConsent('signed', 'now()'),
    'record a signed consent as another advocate': aConsent('signed', 'now()', `'${b.advocate.accountId}'`),
    'record a consent as given with the code': aConsent('by_code', 'now()'),
    'propose a consent': aConsent('by_code', 'NULL'),
    'agree to a proposed consent': `UPDATE sealed.consent SET given_at = sealed.clock_now() WHERE given_at IS NULL`,
    'agree to a proposed consent with yesterday’s date': `UPDATE sealed.consent SET given_at = sealed.clock_now() - interval '1 day' WHERE given_at IS NULL`,
    'agree to a consent twice': `UPDATE sealed.consent SET given_at = sealed.clock_now() WHERE given_at IS NOT NULL`,
    'withdraw a consent': `UPDATE sealed.consent SET revoked_at = sealed.clock_now()`,
    'withdraw a consent and change its content': `UPDATE sealed.consent SET revoked_at = sealed.clock_now(), shares = 'y'`,
    'withdraw a consent with tomorrow’s date': `UPDATE sealed.consent SET revoked_at = sealed.clock_now() + interval '1 day'`,
    'extend a consent': `UPDATE sealed.consent SET expires_at = expires_at + interval '1 day'`,
    'change the content of a consent': `UPDATE sealed.consent SET shares = 'y'`,
    'give a consent to another business': `UPDATE sealed.consent SET recipient_business_id = ${id()} WHERE given_at IS NULL`,
    'delete a consent': 'DELETE FROM sealed.consent',
    'introduce within the consent': introducing(zone, zone.consentsOfD.live, me),
    'introduce as another advocate': introducing(zone, zone.consentsOfD.live, `'${b.advocate.accountId}'`),
    'introduce with a consent that was not given': introducing(zone, zone.consentsOfD.proposed, me),
    'renew an introduction': `UPDATE sealed.introduction SET consent_id = '${a.consentId}', payload = 'y'
       WHERE application_id = '${a.id}'`,
    'renew an introduction with a consent that was not given': `UPDATE sealed.introduction SET consent_id = (
       SELECT id FROM sealed.consent WHERE application_id = '${a.id}' AND given_at IS NULL) WHERE application_id = '${a.id}'`,
    'answer an introduction': `UPDATE sealed.introduction SET answer = 'interested'`,
    'change the content of an introduction': `UPDATE sealed.introduction SET payload = 'y'`,
    'point an introduction at another opportunity': `UPDATE sealed.introduction SET opportunity_id = ${id()}`,
    'delete an introduction': 'DELETE FROM sealed.introduction',
    'write as the person': aMessage(a.id, 'NULL', 'person', 'NULL'),
    'write as another person': aMessage(b.id, 'NULL', 'person', 'NULL'),
    'write to the person as an advocate': aMessage(a.id, 'NULL', 'advocate', me),
    'write as another advocate': aMessage(a.id, 'NULL', 'advocate', `'${b.advocate.accountId}'`),
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
    'place a hold as another advocate': `INSERT INTO sealed.legal_hold VALUES ('${c.id}', '${b.advocate.accountId}', 'x', now())`,
    'lift a hold': 'UPDATE sealed.legal_hold SET lifted_at = now()',
    'delete a hold': 'DELETE FROM sealed.legal_hold',
    'flag an application': insertItem(a.id, 'NULL', 'coalesce(sealed.clock_now(), now())'),
    'flag an application with yesterday’s date': insertItem(a.id, 'NULL', `now() - interval '1 day'`),
    'flag an application that is already acknowledged': insertItem(
      a.id,
      'now()',
      'coalesce(sealed.clock_now(), now())',
    ),
    'acknowledge an action item': acknowledgeItem(me, 'sealed.clock_now()'),
    'acknowledge an action item as another advocate': acknowledgeItem(
      `'${b.advocate.accountId}'`,
      'sealed.clock_now()',
    ),
    'acknowledge an action item with yesterday’s date': acknowledgeItem(me, `now() - interval '1 day'`),
    'acknowledge an action item twice': `UPDATE sealed.action_item SET acknowledged_at = sealed.clock_now(), acknowledged_by = ${me}
       WHERE acknowledged_at IS NOT NULL`,
    'change the content of an action item': `UPDATE sealed.action_item SET kind = 'x', acknowledged_at = sealed.clock_now(),
       acknowledged_by = ${me} WHERE acknowledged_at IS NULL`,
    'delete an action item': 'DELETE FROM sealed.action_item',
    'turn on their own notices': `INSERT INTO sealed.person_notice VALUES (coalesce(sealed.subject(), ${id()}), 'application', 'y', 'idle')
       ON CONFLICT (record_id) DO UPDATE SET choice = 'y'`,
    'turn on C’s notices': `INSERT INTO sealed.person_notice VALUES ('${c.id}', 'consultation', 'y', 'idle')`,
    'turn off notices': `UPDATE sealed.person_notice SET choice = NULL, status = 'idle'`,
    'request a notice': `UPDATE sealed.person_notice SET status = 'waiting', requested_at = sealed.clock_now() WHERE status = 'idle'`,
    'request a notice again': `UPDATE sealed.person_notice SET requested_at = sealed.clock_now() WHERE status = 'waiting'`,
    'record a notice as sent': `UPDATE sealed.person_notice SET status = 'sent', sent_at = sealed.clock_now() WHERE status = 'waiting'`,
    'record a notice as sent with yesterday’s date': `UPDATE sealed.person_notice SET status = 'sent', sent_at = now() - interval '1 day'
       WHERE status = 'waiting'`,
    'change where a notice goes': `UPDATE sealed.person_notice SET choice = 'y'`,
    'delete a notice': 'DELETE FROM sealed.person_notice',
    'record an erased code': `INSERT INTO sealed.erased VALUES ('\\x02', now())`,
    'delete records of erased codes': 'DELETE FROM sealed.erased',
    'add to a monthly count': `INSERT INTO sealed.monthly_count (month, kind, what) VALUES ('2026-11-01', 'application', 'opened')`,
    'delete a monthly count': 'DELETE FROM sealed.monthly_count',
    'store their own key': `INSERT INTO sealed.advocate_key VALUES (coalesce(sealed.actor(), ${id()}), 'x', 'x', 'x', 1, 'x', now())
       ON CONFLICT (account_id) DO UPDATE SET iv = 'y'`,
    'store another advocate’s key': `INSERT INTO sealed.advocate_key VALUES (${id()}, 'x', 'x', 'x', 1, 'x', now())`,
    'change the keys of colleagues': `UPDATE sealed.advocate_key SET iv = 'y' WHERE account_id IS DISTINCT FROM sealed.actor()`,
    'delete their own key': 'DELETE FROM sealed.advocate_key',
    'create a team key': `INSERT INTO sealed.team_key VALUES (${id()}, 'x', ${me}, now())`,
    'create a team key as another advocate': `INSERT INTO sealed.team_key VALUES (${id()}, 'x', '${b.advocate.accountId}', now())`,
    'change a team key': `UPDATE sealed.team_key SET public_key = 'y'`,
    'share a key': `INSERT INTO sealed.team_key_share VALUES ('${team}', '${b.advocate.accountId}', 'x', 'x', 'x', ${me}, now())`,
    'share a key as another advocate': `INSERT INTO sealed.team_key_share VALUES ('${team}', '${b.advocate.accountId}', 'x', 'x', 'x', ${id()}, now())`,
    'share a key again': `UPDATE sealed.team_key_share SET iv = 'y', shared_by = ${me}`,
    'share a key again as another advocate': `UPDATE sealed.team_key_share SET iv = 'y', shared_by = ${id()}`,
    'delete a shared key': 'DELETE FROM sealed.team_key_share',
    'add an advocate to the list': `INSERT INTO sealed.advocate VALUES (${id()}, now(), 'x')`,
    'change the list of advocates': `UPDATE sealed.advocate SET mac = 'y'`,
    'remove advocates from the list': 'DELETE FROM sealed.advocate',
    'add to the trail': anAudit('sealed.reader()', 'sealed.actor()'),
    'add to the trail as an advocate': anAudit(`'advocate'`, 'sealed.actor()'),
    'add to the trail as another reader': anAudit('sealed.reader()', id()),
    'change the trail': `UPDATE sealed.audit SET action = 'slept'`,
    'delete from the trail': 'DELETE FROM sealed.audit',
    'empty the trail': 'TRUNCATE sealed.audit',
    'move the end of the trail': 'UPDATE sealed.audit_head SET seq = seq',
  };
}

function introducing({ d }: FilledSealedZone, consent: string, by: string): string {
  return `INSERT INTO sealed.introduction (id, application_id, business_id, opportunity_id, consent_id, payload, created_by,
      created_at)
    SELECT '${randomUUID()}', '${d.id}', c.recipient_business_id, '${randomUUID()}', c.id, 'x', ${by}, now()
    FROM (SELECT '${consent}'::uuid AS id, '${d.businessId}'::uuid AS recipient_business_id) c`;
}
