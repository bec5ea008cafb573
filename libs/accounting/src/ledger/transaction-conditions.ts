import { isUuid, type Values } from '@upstander/platform';
import type { LedgerTransactionFilter } from './ledger-transaction.js';

const referencePrefixes = [
  'charge',
  'fee',
  'refund',
  'dispute',
  'payout',
  'offline-gift',
  'deposit',
  'match',
  'sponsor',
  'line',
];

/** Returns the conditions for transactions `t`. With `accounts`, one of them must be affected. */
export function conditionsOf(
  filter: LedgerTransactionFilter,
  accounts: { ids: string[]; few: boolean } | null,
  values: Values,
): string[] {
  const conditions: string[] = [];
  if (accounts) conditions.push(affectsAccounts(accounts, values));
  if (filter.subjectId)
    conditions.push(isUuid(filter.subjectId) ? `t.subject_id = ${values.add(filter.subjectId)}` : 'false');
  if (filter.kind) conditions.push(`t.kind = ANY (${values.add(filter.kind)}::text[])`);
  if (filter.from) conditions.push(`t.happened_at >= ${values.add(filter.from)}`);
  if (filter.to) conditions.push(`t.happened_at < ${values.add(filter.to)}`);
  const text = filter.text?.trim();
  if (text) {
    const possible = possibleReferences(text).map((one) => referenceStartsWith(values.add(one)));
    conditions.push(`(${possible.join(' OR ')})`);
  }
  return conditions;
}

function affectsAccounts({ ids, few }: { ids: string[]; few: boolean }, values: Values): string {
  const accountIds = `${values.add(ids)}::uuid[]`;
  return few
    ? `t.id IN (SELECT p.transaction_id FROM ledger.posting p WHERE p.account_id = ANY (${accountIds}))`
    : `EXISTS (SELECT FROM ledger.posting p WHERE p.transaction_id = t.id AND p.account_id = ANY (${accountIds}))`;
}

/** Also covers a pasted Stripe ID without its prefix, for example `ch_…`. */
function possibleReferences(text: string): string[] {
  return text.includes(':') ? [text] : [text, ...referencePrefixes.map((word) => `${word}:${text}`)];
}

/**
 * Returns a prefix condition that can use the index: everything from the text to the text followed by
 * the last code point.
 */
function referenceStartsWith(text: string): string {
  return `(t.external_ref >= ${text} AND t.external_ref <= ${text} || U&'\\FFFF' AND starts_with(t.external_ref, ${text}))`;
}
