/** The programs that read and write rows. Each can have its own PostgreSQL role (`WORKER_DATABASE_URL`). */
export type Program = 'api' | 'worker';

const readOnly = 'SELECT';
/**
 * For rows that only the other program creates. Erasing a person and applying retention periods still need the other
 * rights.
 */
const noNewRows = 'SELECT, UPDATE, DELETE';

/** Tables whose rows are created when someone uses the site or the admin, and never by a job. */
const createdByRequests = [
  'events.calendar_feed',
  'events.event_message',
  'events.feedback',
  'events.hand_over',
  'events.registration',
  'events.series',
  'events.shift_lead',
  'events.shift_request',
  'fundraising.dedication',
  'fundraising.disbursement',
  'fundraising.file',
  'fundraising.gift_import',
  'fundraising.gift_link',
  'fundraising.matching_pool',
  'fundraising.page',
  'fundraising.pledge',
  'fundraising.spent_challenge',
  'fundraising.update',
  'identity.chapter_person',
  'identity.data_link',
  'identity.data_request',
  'identity.legal_hold',
  'identity.saved_view',
  'integrations.access_token',
  'learning.article',
  'learning.article_version',
  'learning.course_completion',
  'learning.help_line',
  'learning.help_line_change',
  'learning.service_import',
  'opportunities.business',
  'opportunities.domain_verification',
  'opportunities.member',
  'opportunities.opportunity',
  'outreach.ask',
  'outreach.ask_change',
  'outreach.ask_shift',
  'outreach.contact',
  'outreach.document',
  'outreach.lesson',
  'outreach.note',
  'outreach.photo',
  'outreach.photo_consent',
  'outreach.photo_place',
  'outreach.school_talk',
  'outreach.site_message',
  'outreach.team_member',
  'platform.idempotency',
  'volunteers.emergency_contact',
  'volunteers.hours',
  'volunteers.hours_correction',
  'volunteers.known_browser',
  'volunteers.merge',
  'volunteers.note',
  'volunteers.tag',
];

/** Tables that only requests write. Jobs read them, and erasing a person doesn't change them. */
const writtenByRequests = [
  'events.event_door',
  'events.safeguarding_override',
  'fundraising.beneficiary_check',
  'fundraising.deposit',
  'fundraising.payout_correction',
  'fundraising.sponsor_payment',
  'learning.course',
  'learning.lesson',
  'identity.logo',
  'identity.settings_version',
  'opportunities.approval',
  'opportunities.evidence',
  'outreach.directory_entry',
  'volunteers.credential_text',
  'volunteers.credential_type',
  'volunteers.term',
];

/** Tables whose rows are created by jobs alone. */
const createdByJobs = [
  'events.event_message_recipient',
  'fundraising.gift_import_refusal',
  'fundraising.gift_import_row',
  'fundraising.gift_notice',
  'fundraising.match',
  'fundraising.receipt',
  'fundraising.receipt_void',
  'learning.service_import_fault',
  'learning.service_import_row',
];

const grantEach = (tables: readonly string[], rights: string) =>
  Object.fromEntries(tables.map((table) => [table, rights]));

/**
 * Rights to the tables that the two programs write differently.
 * Tables that are not listed are written by both. A lock on a row (FOR UPDATE, FOR SHARE) needs the right to update one
 * column: `created_at` is named where nothing else is updated. tests/support/program-roles.ts runs requests and jobs
 * with these rights, so that a missing one fails a test.
 */
export const programRights: Readonly<Record<Program, Readonly<Record<string, string>>>> = {
  api: {
    ...grantEach(createdByJobs, noNewRows),
    'fundraising.listing': readOnly,
    'fundraising.receipt_counter': readOnly,
    'fundraising.statement_year': readOnly,
    'identity.notice': 'SELECT, INSERT',
    'identity.spent_solution': 'SELECT, INSERT',
    // The worker records the result of a delivery.
    'notifications.mail':
      'SELECT, INSERT (key, template, subject_id, recipient, locale, data, due_at, can_wait), ' +
      'UPDATE (recipient, data, status, due_at, digest_id, attempts, first_tried_at, last_error), DELETE',
    'platform.file_attempt': readOnly,
    'platform.job_run': readOnly,
  },
  worker: {
    ...grantEach(createdByRequests, noNewRows),
    ...grantEach(writtenByRequests, readOnly),
    // Resets a lost authenticator and erases a person. identity.keep_credentials refuses every other change.
    'identity.account':
      'SELECT, UPDATE (email, name, password_hash, totp_secret_sealed, totp_confirmed_at, totp_last_step, ' +
      'totp_drift, totp_pending_step, totp_next_secret_sealed, totp_reset_requested_at, totp_reset_at, totp_reset_by, disabled_at, seal)',
    'identity.app_secret': 'SELECT, INSERT',
    'identity.chapter': 'SELECT, UPDATE (created_at)',
    // Puts an approved role into effect. identity.keep_credentials refuses every other role.
    'identity.grant': 'SELECT, INSERT, UPDATE (created_at), DELETE',
    // Only requests of a sign-in program delete one; the worker starts approved ones.
    'identity.custom_grant': 'SELECT, INSERT',
    'identity.custom_role': 'SELECT, UPDATE (created_at)',
    'identity.notice': 'SELECT, INSERT, UPDATE (mailed_at)',
    'identity.passkey': 'SELECT, UPDATE (created_at), DELETE',
    'identity.record_grant': 'SELECT, DELETE',
    'identity.rate_limit': readOnly,
    'identity.recovery_code': 'SELECT, UPDATE (created_at), DELETE',
    'identity.role_request': 'SELECT, UPDATE (status, begun_at, ended_by, ended_at)',
    'identity.session': 'SELECT, UPDATE (revoked_at), DELETE',
    'identity.sign_in_code': 'SELECT, UPDATE (mailed_at), DELETE',
    'identity.sign_in_identity': 'SELECT, UPDATE (created_at), DELETE',
    'identity.spent_solution': 'SELECT, DELETE',
    'identity.staff_action': readOnly,
    'identity.staff_action_thing': readOnly,
    'platform.postcode': readOnly,
  },
};
