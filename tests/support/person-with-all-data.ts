import { anAccessToken } from './access-tokens.js';
import { isPersonal, personalData, personalTables } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import { aMember, aBusiness } from './businesses.js';
import { aCampaign, aPage, aPaidGift } from './factories.fundraising.js';
import { anEvent, aShift, aSignup } from './factories.js';
import { aMail } from './mails.js';
import { days } from './movable-clock.js';
import { aSmsConsent } from './sms.js';
import { aRegistration, aRegistrationForm } from './registrations.js';
import { aRecurringGift } from './recurring-gifts.js';
import type { SandboxHandle } from './stripe.js';

export interface PersonDetails {
  name: string;
  email: string;
  phone: string;
}

/** Includes every kind of data: volunteer, donor, school contact, photo, and member of a business. */
export async function createPersonWithAllData(
  app: TestApp,
  stripe: SandboxHandle | null,
  person: PersonDetails,
  { chapterId, byId }: { chapterId: string; byId: string },
): Promise<{
  signupId: string;
  upcomingEventId: string;
  upcomingShiftId: string;
  recurringGiftId: string | null;
  subscriptionId: string | null;
}> {
  const { name, email, phone } = person;
  const now = app.clock.now();
  const at = (daysAhead: number) => new Date(now.valueOf() + days(daysAhead));
  const run = (sql: string, values: unknown[]) => app.db.query(sql, values);
  const pastShift = await aShift(app.db, { event: { chapterId, startsAt: at(-5) } });
  const upcomingShift = await aShift(app.db, { capacity: 1, event: { chapterId, startsAt: at(20) } });
  const { id: signupId, volunteerId: id } = await aSignup(app.db, { shiftId: pastShift.id, name, email, now });
  const { id: upcomingSignupId } = await aSignup(app.db, { shiftId: upcomingShift.id, name, email, now });
  await run('UPDATE events.signup SET phone = $2, guest_names = ARRAY[$3], group_name = $3 WHERE volunteer_id = $1', [
    id,
    phone,
    `Cousin of ${name}`,
  ]);
  await run(
    `UPDATE volunteers.volunteer SET phone = $2, preferred_name = $3, accessibility_needs = $3, home_chapter_id = $4,
       availability = '[{"weekday": 6, "from": "09:00", "until": "12:00"}]' WHERE id = $1`,
    [id, phone, `${name}ita`, chapterId],
  );
  const params = [id, chapterId, name];
  await run(
    'INSERT INTO volunteers.emergency_contact (volunteer_id, name, phone, updated_at) VALUES ($1, $2, $3, $4)',
    [id, `Mother of ${name}`, phone, now],
  );
  await run(
    `INSERT INTO volunteers.note (volunteer_id, chapter_id, body, created_at) VALUES ($1, $2, $3 || ' has a van', now())`,
    params,
  );
  await run(
    `INSERT INTO volunteers.message (volunteer_id, chapter_id, subject, body, sent_at) VALUES ($1, $2, $3, $3, now())`,
    params,
  );
  await run(
    `INSERT INTO volunteers.tag (volunteer_id, chapter_id, name, created_at) VALUES ($1, $2, $3, now())`,
    params,
  );
  const [hours] = await app.db.query<{ id: string }>(
    `INSERT INTO volunteers.hours (volunteer_id, chapter_id, day, minutes, what, status, note, created_at)
     VALUES ($1, $2, '2026-11-01', 60, 'Driving', 'claimed', $3, now()) RETURNING id`,
    params,
  );
  await run(
    'INSERT INTO volunteers.hours_correction (hours_id, minutes_before, minutes_after, reason, at) VALUES ($1, 60, 90, $2, now())',
    [hours!.id, `${name} drove back`],
  );
  await run('INSERT INTO events.feedback (signup_id, rating, comment, created_at) VALUES ($1, 5, $2, now())', [
    signupId,
    `${name} was here`,
  ]);
  await run(
    `INSERT INTO events.hand_over (signup_id, shift_id, name, email, created_at, expires_at) VALUES ($1, $2, $3, 'friend@example.org', now(), now())`,
    [upcomingSignupId, upcomingShift.id, `Friend of ${name}`],
  );
  await run(
    `WITH series AS (
       INSERT INTO events.series (chapter_id, slug, title, time_zone, rule, first_local, template)
       VALUES ($2, 'tables-' || md5($3), 'Tables', 'America/Los_Angeles', 'FREQ=WEEKLY', '2026-11-07 09:00', '{}')
       RETURNING id
     )
     INSERT INTO events.standing_signup (series_id, volunteer_id, role, status, guests, guest_names, created_at)
     SELECT id, $1::uuid, 'Packing', 'active', 1, ARRAY['Brother of ' || $3], now() FROM series`,
    params,
  );
  await run(`UPDATE events.standing_signup SET status = 'ended', ended_at = now() WHERE volunteer_id = $1`, [id]);
  await run(`UPDATE events.series SET status = 'ended'`, []);
  const walk = await anEvent(app.db, { chapterId, startsAt: at(20) });
  await aRegistrationForm(app.db, walk.id);
  await aRegistration(app.db, walk.id, { name, email, answers: { [randomUUID()]: `${name} is vegan` }, now });
  const campaign = await aCampaign(app.db, { chapterId, now });
  const gift = await aPaidGift(app.db, { campaignId: campaign.id, name, email, message: `From ${name}`, paidAt: now });
  await run(
    `INSERT INTO fundraising.dedication (gift_id, kind, honouree, notify_name, notify_email, message, created_at)
     VALUES ($1, 'honour', $2, $2, 'aunt@example.org', $2, now())`,
    [gift.id, `Aunt of ${name}`],
  );
  await run(
    `INSERT INTO fundraising.pledge (campaign_id, name, email, amount_minor, currency, status, note, recorded_by, recorded_at)
     VALUES ($1, $2, $3, 1000, 'USD', 'open', $2, $4, now())`,
    [campaign.id, name, email, byId],
  );
  await aPage(app.db, { campaignId: campaign.id, ownerName: name, ownerEmail: email, title: `${name} runs` });
  const ownCampaign = await aCampaign(app.db, {
    chapterId,
    organizerName: name,
    organizerEmail: email,
    bySupporter: true,
  });
  await run(
    `INSERT INTO fundraising.update (campaign_id, title, body, author_name, status, written_at) VALUES ($1, 'News', 'Soon', $2, 'in_review', now())`,
    [ownCampaign.id, name],
  );
  await run(`INSERT INTO fundraising.gift_link (email, input, created_at, expires_at) VALUES ($1, $2, now(), now())`, [
    email,
    { name, email },
  ]);
  await run(
    `INSERT INTO outreach.site_message (chapter_id, name, email, body, language, form_hash, received_at) VALUES ($1, $2, $3, $2, 'en', sha256($2::text::bytea), now())`,
    [chapterId, name, email],
  );
  await run(
    `INSERT INTO outreach.school_talk (school, city, chapter_id, name, role, email, phone, grades, students, preferred_dates, format, talk_language, message, language, form_hash, received_at)
     VALUES ('Elm', 'Davis', $1, $2, 'counselor', $3, $4, '9', 30, $2, 'online', 'en', $2, 'en', sha256($2::text::bytea), now())`,
    [chapterId, name, email, phone],
  );
  const [schoolAsk] = await app.db.query<{ id: string }>(
    `INSERT INTO outreach.ask (school, city, state, chapter_id, asker, name, email, language, letter_en, letter_es, letter_by, status, created_at, changed_at)
     VALUES ('Elm', 'Davis', 'CA', $1, 'parent', $2, $3, 'en', $2, $2, 'us', 'unconfirmed', now(), now()) RETURNING id`,
    [chapterId, name, email],
  );
  await run(`INSERT INTO outreach.note (ask_id, body, created_at) VALUES ($1, $2, now())`, [
    schoolAsk!.id,
    `${name} wrote`,
  ]);
  await run(
    `INSERT INTO outreach.contact (ask_id, name, role, email, phone, created_at) VALUES ($1, $2, 'teacher', $3, $4, now())`,
    [schoolAsk!.id, name, email, phone],
  );
  const [photo] = await app.db.query<{ id: string }>(
    `INSERT INTO outreach.photo (alt_en, alt_es, taken_by, width, height, sha256, bytes, small_bytes, created_at)
     VALUES ('People', 'Personas', 'us', 1, 1, sha256($1::text::bytea), '', '', now()) RETURNING id`,
    [name],
  );
  await run(
    `INSERT INTO outreach.photo_consent (photo_id, name, email, phone, language, way, for_sharing, for_print, ends_on, signed_name, agreed_at, created_at)
     VALUES ($1, $2, $3, $4, 'en', 'link', true, true, '2030-01-01', $2, now(), now())`,
    [photo!.id, name, email, phone],
  );
  await run(
    `INSERT INTO outreach.team_member (name, role_en, role_es, bio_en, bio_es, team_group, email, created_at)
     VALUES ($1, $1, $1, $1, $1, 'board', $2, now())`,
    [name, email],
  );
  const [type] = await app.db.query<{ id: string }>(
    `INSERT INTO volunteers.credential_type (kind, name, name_es, how_to_get, how_to_get_es) VALUES ('training', $1::text || gen_random_uuid(), 'x', '', '') RETURNING id`,
    ['Type '],
  );
  for (const [volunteer, guardian] of [
    [id, 'mother@example.org'] as const,
    [(await aSignup(app.db, { now })).volunteerId, email] as const,
  ]) {
    await run(
      `INSERT INTO volunteers.credential (volunteer_id, type_id, kind, status, evidence, signed_name, guardian_email, created_at, updated_at)
       VALUES ($1, $2, 'training', 'approved', $3, $3, $4, now(), now())`,
      [volunteer, type!.id, guardian === email ? '' : `Seen by ${name}`, guardian].slice(0, 4),
    );
  }
  await run(
    `INSERT INTO learning.course_completion (course_id, edition, volunteer_id, name, completed_on, created_at)
     SELECT c.id, 1, $1, $2, '2026-10-01', now() FROM learning.course c LIMIT 1`,
    [id, name],
  );
  await run(
    `INSERT INTO identity.sign_in_code (email, kind, locale, created_at, expires_at) VALUES ($1, 'code', 'en', now(), now())`,
    [email],
  );
  const { accountId } = await app.signedIn({ name, email });
  await run(`INSERT INTO identity.recovery_code (account_id, code_hash, created_at) VALUES ($1, '\\x00', now())`, [
    accountId,
  ]);
  await run(
    `INSERT INTO identity.passkey (account_id, credential_id, public_key, counter, name, created_at, seal)
     VALUES ($1, uuid_send(gen_random_uuid()), '\\x00', 0, $2, now(), '\\x00')`,
    [accountId, `Phone of ${name}`],
  );
  await run(
    `INSERT INTO identity.sign_in_identity (account_id, issuer, subject, created_at, last_used_at, seal)
     VALUES ($1, 'https://accounts.example.org', $2, now(), now(), '\\x00')`,
    [accountId, `user of ${name}`],
  );
  await run(
    'INSERT INTO identity.chapter_person (chapter_id, account_id, role_en, role_es, created_at) VALUES ($1, $2, $3, $3, now())',
    [chapterId, accountId, `${name} leads`],
  );
  await run(
    `INSERT INTO identity.saved_view (account_id, screen, name, address, created_at) VALUES ($1, 'events', $2, $2, now())`,
    [accountId, name],
  );
  await anAccessToken(app, accountId, { name });
  await run('UPDATE identity.session SET user_agent = $2 WHERE account_id = $1', [accountId, `${name}s telephone`]);
  const { id: businessId } = await aBusiness(app.db);
  await aMember(app.db, { businessId, accountId, name });
  await run(
    `INSERT INTO opportunities.business_event (business_id, at, actor_id, kind, note, for_staff_only) VALUES ($1, now(), NULL, 'member_added', $2, false)`,
    [businessId, name],
  );
  await aMail(app.db, { recipient: email, data: { name } });
  await run(
    `INSERT INTO notifications.preference (recipient, topic, frequency, changed_at) VALUES ($1, 'volunteer_messages', 'never', now())`,
    [email],
  );
  await run(
    `INSERT INTO notifications.delivery_problem (recipient, kind, reason, since) VALUES ($1, 'bounced', $2, now())`,
    [email, `550 5.1.1 ${email} is unknown`],
  );
  const { id: consentId } = await aSmsConsent(app.db, {
    recipient: email,
    number: phone,
    wording: `${name} may be texted.`,
  });
  await run(
    `WITH code AS (
       INSERT INTO notifications.sms_code (number, recipient, account_id, locale, channel, wording, wording_version, created_at, expires_at)
       VALUES ($1, $2, gen_random_uuid(), 'en', 'text', $3, '1', now(), now()) RETURNING id
     ), received AS (
       INSERT INTO notifications.sms_received (provider_id, number, recipient, received_at, reply) VALUES ('SM' || $3, $1, $2, now(), $3)
     )
     INSERT INTO notifications.sms (key, template, consent_id, recipient, number, locale, data, status, due_at, last_error, provider_id)
     VALUES ('text/' || $3, 'reminder-day-before', $4, $2, $1, 'en', jsonb_build_object('name', $3::text), 'failed', now(), $3, $3)`,
    [phone, email, name, consentId],
  );
  await run(
    `UPDATE notifications.sms_consent SET revoked_at = now(), revoked_by = 'text', revoked_detail = $2 WHERE id = $1`,
    [consentId, `${name} says stop`],
  );
  await run(
    `INSERT INTO platform.idempotency (operation, actor_key, key, input_hash, answer, created_at) VALUES ('op', 'k', $1, '', $2, now())`,
    [name, { to: email }],
  );
  await app.runJob('issue-receipts');
  const recurring = stripe ? await aRecurringGift(app, stripe, campaign, { name, email }) : null;
  return {
    signupId,
    upcomingEventId: upcomingSignupId,
    upcomingShiftId: upcomingShift.id,
    recurringGiftId: recurring?.id ?? null,
    subscriptionId: recurring?.subscriptionId ?? null,
  };
}

/** Returns columns in the register that still contain the person's name, address or phone. */
export async function columnsContaining(app: TestApp, { name, email, phone }: PersonDetails): Promise<string[]> {
  const columnsFound: string[] = [];
  for (const [table, entry] of personalData.all()) {
    const columns = [...(isPersonal(entry) ? Object.keys(entry.columns) : []), ...(entry.others ?? [])];
    const conditions = columns.map((column) => `CASE WHEN t.${column}::text ILIKE ANY ($1) THEN '${column}' END`);
    const rows = await app.db.query<{ found: string[] }>(
      `SELECT array_remove(ARRAY[${conditions.join(', ')}]::text[], NULL) AS found FROM ${table} t WHERE t::text ILIKE ANY ($1)`,
      [[name, email, phone].map((word) => `%${word}%`)],
    );
    for (const row of rows) columnsFound.push(...row.found.map((column) => `${table}.${column}`));
  }
  return [...new Set(columnsFound)].sort();
}

/** Returns values of personal columns in rows found by an address, by table. */
export async function personalColumnsOf(app: TestApp, email: string): Promise<Record<string, string[]>> {
  const remaining: Record<string, string[]> = {};
  for (const [name, { of, columns }] of personalTables()) {
    const queries = Object.values(of).filter((sql): sql is string => sql !== null);
    if (queries.length === 0) continue;
    const rows = await app.db.query<{ row: string }>(
      `SELECT ROW(${Object.keys(columns)
        .map((column) => `t.${column}`)
        .join(
          ', ',
        )})::text AS row FROM ${name} t WHERE ${queries.map((sql) => `(${sql.replaceAll('$1', '$1::citext')})`).join(' OR ')} ORDER BY 1`,
      [email],
    );
    if (rows.length > 0) remaining[name] = rows.map(({ row }) => row);
  }
  return remaining;
}

export async function receiptOf(app: TestApp, email: string): Promise<{ id: string; content: object; amount: string }> {
  const [receipt] = await app.db.query<{ id: string; content: object; amount: string }>(
    `SELECT r.id, r.content, r.amount_minor::text AS amount FROM fundraising.receipt r JOIN fundraising.gift g ON g.id = r.gift_id
       JOIN fundraising.donor d ON d.id = g.donor_id WHERE d.email = $1 ORDER BY r.number LIMIT 1`,
    [email],
  );
  return receipt!;
}
