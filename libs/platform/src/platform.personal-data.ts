import { personal, personalData, withRow, plain } from './personal-data/personal-data.js';

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
      answer: personal.content(withRow, { withheld: 'a copy of data in the other files' }),
      actor_key: personal.trace(withRow, { withheld: 'an ID' }),
    },
    also: { created_at: 't.created_at' },
    others: plain('operation key input_hash'),
  },
  'platform.job_run': { others: plain('job fault_id fault') },
  'platform.area': { others: plain('code name state label search_text') },
  'platform.postcode': { others: plain('code counties') },
  'platform.shipped_data': { others: plain('name version') },
  'platform.status_change': { others: plain('noun from_status to_status') },
  'public.migrations': { others: plain('name') },
  'public.migration_sum': { others: plain('name release sha256') },
  'public.release': { others: plain('version') },
  'public.sql_source': { others: plain('file hash') },
});
