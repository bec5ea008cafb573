import type { Reader } from '../keys/envelope.js';
import type { SealedTx } from '../sealed/sealed-tx.js';
import type { IntroductionAnswer } from './introduction-answer.js';

/** All that a business is told of a person. */
export interface Payload {
  alias: string;
  shares: string;
  availability: string | null;
}

/** An introduction as it is kept, opened. */
export interface IntroductionRow extends Payload {
  id: string;
  applicationId: string;
  businessId: string;
  opportunityId: string;
  createdAt: Date;
  answer: IntroductionAnswer | null;
}

/** The introductions that these eyes see, newest first. */
export async function introductionRows(
  tx: SealedTx,
  where: { applicationId: string } | { businessId: string; id?: string },
): Promise<Array<Omit<IntroductionRow, keyof Payload> & { payload: Buffer }>> {
  const [conditions, params] =
    'applicationId' in where
      ? ['i.application_id = $1', [where.applicationId]]
      : ['i.business_id = $1 AND ($2::uuid IS NULL OR i.id = $2)', [where.businessId, where.id ?? null]];
  return tx.query(
    `SELECT i.id, i.application_id AS "applicationId", i.business_id AS "businessId",
       i.opportunity_id AS "opportunityId", i.payload, i.created_at AS "createdAt", i.answer
     FROM sealed.introduction i WHERE ${conditions} ORDER BY i.created_at DESC, i.id LIMIT 200`,
    params,
  );
}

/** Opens what the business is told; null when the record was erased in this moment. */
export function opened(
  row: Awaited<ReturnType<typeof introductionRows>>[number],
  read: Reader,
): IntroductionRow | null {
  const { payload, ...known } = row;
  const text = read({ recordId: row.applicationId, column: 'introduction.payload', rowId: row.id }, payload);
  if (text === null) return null;
  const { alias, shares, availability } = JSON.parse(text) as Payload;
  return { ...known, alias, shares, availability };
}
