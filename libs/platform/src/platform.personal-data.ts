import { personal, personalData, deletedWithRow, splitColumns } from './personal-data/personal-data.js';

personalData.define({
  'platform.idempotency': {
    noun: 'answers kept for retries',
    of: {
      anyone: `position(lower('"' || $1 || '"') IN lower(t.answer::text)) > 0
        OR t.actor_key IN (SELECT a.id::text FROM identity.account a WHERE a.email = $1)`,
    },
    erasure: 'row',
    // No client retries after this time.
    kept: '30 days',
    forgotten: { erasureScope: 'row', after: 30, since: 't.created_at' },
    seenBy: 'no one',
    columns: {
      answer: personal.content(deletedWithRow, { withheld: 'a copy of data in the other files' }),
      actor_key: personal.trace(deletedWithRow, { withheld: 'an ID' }),
    },
    also: { created_at: 't.created_at' },
    others: splitColumns('operation key input_hash'),
  },
  'platform.backup_run': { others: splitColumns('kind') },
  'platform.job_run': { others: splitColumns('job fault_id fault') },
  'platform.area': { others: splitColumns('code name state label search_text') },
  'platform.postcode': { others: splitColumns('code counties') },
  'platform.shipped_data': { others: splitColumns('name version') },
  'platform.status_change': { others: splitColumns('noun from_status to_status') },
  'public.migrations': { others: splitColumns('name') },
  'public.migration_sum': { others: splitColumns('name release sha256') },
  'public.release': { others: splitColumns('version') },
  'public.sql_source': { others: splitColumns('file hash') },
});
