import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listIndexes } from './volunteer-list-indexes.js';

/** As libs/volunteers/src/access/listed.ts has it. */
const listed = '(proven_at IS NOT NULL OR met_at IS NOT NULL) AND merged_into IS NULL AND erased_at IS NULL';

const indexes = [
  // The ledger is append-only, so IDs and times follow the order on disk: a BRIN index finds new rows and adds no cost to a
  // gift. The same for lines of Stripe's balance; those with a gift are found by the gift.
  `transaction_by_number ON ledger.transaction USING brin (posted_in, posted_at)
     WITH (pages_per_range = 32, autosummarize = on)`,
  `balance_transaction_by_number ON fundraising.balance_transaction USING brin (kept_in)
     WITH (pages_per_range = 32, autosummarize = on)`,
  'balance_transaction_of_no_gift ON fundraising.balance_transaction (source_id) WHERE gift_id IS NULL',
  'attendance_mark_by_lead ON events.attendance_mark (made_by_lead) WHERE made_by_lead IS NOT NULL',
  'attendance_mark_undone_by_lead ON events.attendance_mark (undone_by_lead) WHERE undone_by_lead IS NOT NULL',
  'signup_group ON events.signup (shift_id) WHERE group_name IS NOT NULL',
  // Inserts don't become slower: a block range index is written only once per range.
  'signup_by_time ON events.signup USING brin (created_at)',
  'site_message_reply_to ON outreach.site_message (reply_to_id) WHERE reply_to_id IS NOT NULL',
  'site_message_of_event_message ON outreach.site_message (event_message_id) WHERE event_message_id IS NOT NULL',
  'site_message_of_volunteer ON outreach.site_message (volunteer_id) WHERE volunteer_id IS NOT NULL',
];

const constraints = [
  ['events.attendance_mark', 'attendance_mark_made_by_lead_fkey'],
  ['events.attendance_mark', 'attendance_mark_undone_by_lead_fkey'],
  ['events.signup', 'signup_guests_check'],
  ['events.signup', 'signup_minor_guests_check'],
  ['identity.account', 'account_totp_drift_check'],
  ['identity.session', 'session_first_step_check'],
  ['outreach.site_message', 'site_message_volunteer_id_fkey'],
  ['outreach.site_message', 'site_message_reply'],
];

/** Builds the indexes of tables with millions of rows, and checks their older rows, while requests go on. */
export class IndexLargeTables1799890399000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const index of indexes) await runner.query(`CREATE INDEX CONCURRENTLY IF NOT EXISTS ${index}`);
    for (const [table, name] of constraints) await runner.query(`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`);
    // Lists include volunteers without an address. Each index replaces the one of the same name.
    for (const [name, key, more] of listIndexes) {
      const where = more ? `${listed} AND ${more}` : listed;
      await runner.query(
        `CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name}_next ON volunteers.volunteer ${key} WHERE ${where}`,
      );
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS volunteers.${name}`);
      await runner.query(`ALTER INDEX volunteers.${name}_next RENAME TO ${name}`);
    }
  }

  /** The indexes of the lists stay until `AdmitWithoutEmail` is reverted. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX outreach.site_message_of_volunteer, outreach.site_message_of_event_message,
        outreach.site_message_reply_to, events.signup_by_time, events.signup_group, events.attendance_mark_undone_by_lead,
        events.attendance_mark_by_lead, fundraising.balance_transaction_of_no_gift,
        fundraising.balance_transaction_by_number, ledger.transaction_by_number
    `);
  }
}
