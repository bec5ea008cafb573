import { giftTables, giftTime, publicName } from '@upstander/accounting';
import { badInput, isUuid, type Values } from '@upstander/platform';
import type { GiftFilter } from './gift-filter.input.js';

/** A text search: candidate gifts found by index, and the condition that each must meet. */
export interface Search {
  /** Queries for gift IDs. Their union contains every match. */
  candidates: string[];
  /** SQL condition on gift `g` and donor `d`. */
  matches: string;
}

/** Returns the conditions of a filter, except its text, on gifts `g`. @throws Refusal BAD_INPUT for an invalid ID */
export function conditionsOf(filter: GiftFilter, values: Values): string[] {
  const conditions: string[] = [];
  const ids = {
    campaignId: 'g.campaign_id',
    donorId: 'g.donor_id',
    recurringGiftId: 'g.recurring_gift_id',
    importId: 'g.import_id',
  } as const;
  for (const name of Object.keys(ids) as Array<keyof typeof ids>) {
    const id = filter[name];
    if (!id) continue;
    if (!isUuid(id)) throw badInput({ [`filter.${name}`]: 'not-an-id' });
    conditions.push(`${ids[name]} = ${values.add(id)}::uuid`);
  }
  if (filter.status?.length) conditions.push(`g.status = ANY (${values.add(filter.status)}::text[])`);
  if (filter.method?.length) conditions.push(`g.method = ANY (${values.add(filter.method)}::text[])`);
  if (filter.frequency)
    conditions.push(`g.recurring_gift_id IS ${filter.frequency === 'monthly' ? 'NOT NULL' : 'NULL'}`);
  if (filter.from) conditions.push(`${giftTime} >= ${values.add(filter.from)}::timestamptz`);
  if (filter.to) conditions.push(`${giftTime} < ${values.add(filter.to)}::timestamptz`);
  if (typeof filter.minimum === 'bigint') conditions.push(`g.charged_minor >= ${values.add(filter.minimum)}::bigint`);
  if (typeof filter.anonymous === 'boolean') conditions.push(filter.anonymous ? 'g.anonymous' : 'NOT g.anonymous');
  return conditions;
}

const maxWords = 5;
const idsOfStripe = {
  ch: 'SELECT id FROM fundraising.gift WHERE charge_id =',
  py: 'SELECT id FROM fundraising.gift WHERE charge_id =',
  pi: 'SELECT id FROM fundraising.gift WHERE payment_intent_id =',
  cs: 'SELECT id FROM fundraising.gift WHERE checkout_session_id =',
  in: 'SELECT id FROM fundraising.gift WHERE invoice_id =',
  re: 'SELECT gift_id AS id FROM fundraising.refund WHERE stripe_refund_id =',
  du: 'SELECT gift_id AS id FROM fundraising.dispute WHERE stripe_dispute_id =',
  dp: 'SELECT gift_id AS id FROM fundraising.dispute WHERE stripe_dispute_id =',
  txn: 'SELECT gift_id AS id FROM fundraising.balance_transaction WHERE id =',
} as const;

/**
 * Returns the search for a text, or null if it is empty. If `seesDonorSql` is false, donors can't be found by name or
 * address.
 */
export function giftSearch(text: string | null | undefined, seesDonorSql: string, values: Values): Search | null {
  const words = (text ?? '').normalize('NFC').trim().split(/\s+/).filter(Boolean).slice(0, maxWords);
  const [first] = words;
  if (!first) return null;
  if (words.length === 1 && isUuid(first)) {
    const id = values.add(first);
    const ids = `SELECT id FROM fundraising.gift WHERE id = ${id}::uuid`;
    return { candidates: [ids], matches: `g.id = ${id}::uuid` };
  }
  const prefix = /^(ch|py|pi|cs|in|re|du|dp|txn)_[A-Za-z0-9_]{6,200}$/.exec(first)?.[1];
  if (words.length === 1 && prefix) {
    const ids = `${idsOfStripe[prefix as keyof typeof idsOfStripe]} ${values.add(first)}`;
    return { candidates: [ids], matches: `g.id IN (${ids})` };
  }
  return searchByWords(words, seesDonorSql, values);
}

function searchByWords(words: string[], seesDonorSql: string, values: Values): Search {
  const long = [...words].sort((one, other) => other.length - one.length)[0]!;
  if (long.length < 3) {
    // Trigram indexes need three letters. Shorter texts match the beginning of the name.
    const value = values.add(escapeLike(words.join(' ')));
    const start = (name: string) => `platform.fold(${name}) LIKE platform.fold(${value}) || '%'`;
    const nameCondition = `${start('g.name')} AND (${seesDonorSql} OR ${start(publicName)})`;
    return { candidates: [`SELECT g.id FROM ${giftTables} WHERE ${nameCondition}`], matches: nameCondition };
  }
  const containsCondition = (name: string, word: string) =>
    `platform.fold(${name}) LIKE '%' || platform.fold(${word}) || '%'`;
  // The index covers the full name. Without access to the donor, the public name must match too.
  const namedCondition = (word: string) =>
    `${containsCondition('g.name', word)} AND (${seesDonorSql} OR ${containsCondition(publicName, word)})`;
  const addressed = (word: string) => `lower(d.email::text) LIKE '%' || lower(${word}) || '%'`;
  const place = values.add(escapeLike(long));
  const wordConditions = words.map((word) => {
    const value = values.add(escapeLike(word));
    return `((${namedCondition(value)}) OR (${addressed(value)} AND ${seesDonorSql}))`;
  });
  return {
    candidates: [
      `SELECT g.id FROM ${giftTables} WHERE ${namedCondition(place)}`,
      `SELECT g.id FROM fundraising.donor d JOIN (${giftTables}) ON g.donor_id = d.id
       WHERE ${addressed(place)} AND ${seesDonorSql}`,
    ],
    matches: wordConditions.join(' AND '),
  };
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
