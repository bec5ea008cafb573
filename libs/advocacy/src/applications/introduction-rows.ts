import { Bytes, Choice, selectList, Id, Instant, Ref } from '@upstander/platform';
import type { Unseal } from '../keys/envelope.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { IntroductionAnswer } from './introduction-answer.js';

/** Everything a business learns about a person. */
export interface Payload {
  alias: string;
  shares: string;
  availability: string | null;
}

/** A row of `sealed.introduction`. Never exposed; each reader has its own type. */
export class IntroductionRow {
  @Id() id!: string;
  @Ref() applicationId!: string;
  @Ref() businessId!: string;
  @Ref() opportunityId!: string;
  @Bytes() payload!: Buffer;
  @Instant() createdAt!: Date;
  @Choice(IntroductionAnswer, { nullable: true }) answer!: IntroductionAnswer | null;
}

export type OpenIntroduction = Omit<IntroductionRow, 'payload'> & Payload;

const columns = selectList(IntroductionRow, 'i', [
  'id',
  'applicationId',
  'businessId',
  'opportunityId',
  'payload',
  'createdAt',
  'answer',
]);

/** Returns the introductions this reader can see, newest first. */
export async function introductionRows(
  tx: SealedTx,
  criteria: { applicationId: string } | { businessId: string; id?: string },
): Promise<IntroductionRow[]> {
  const [conditions, params] =
    'applicationId' in criteria
      ? ['i.application_id = $1', [criteria.applicationId]]
      : ['i.business_id = $1 AND ($2::uuid IS NULL OR i.id = $2)', [criteria.businessId, criteria.id ?? null]];
  return tx.query(
    `SELECT ${columns} FROM sealed.introduction i WHERE ${conditions} ORDER BY i.created_at DESC, i.id LIMIT 200`,
    params,
  );
}

/** Returns null for an erased record. */
export function unsealIntroduction(row: IntroductionRow, unseal: Unseal): OpenIntroduction | null {
  const { payload, ...fields } = row;
  const text = unseal({ recordId: row.applicationId, column: 'introduction.payload', rowId: row.id }, payload);
  if (text === null) return null;
  const { alias, shares, availability } = JSON.parse(text) as Payload;
  return { ...fields, alias, shares, availability };
}
