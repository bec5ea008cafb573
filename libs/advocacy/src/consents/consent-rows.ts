import type { Reader } from '../keys/envelope.js';
import type { SealedTx } from '../sealed/sealed-tx.js';
import type { ConsentHow, ConsentState } from './consent-state.js';

/** A consent as it is kept, with what it shares opened. */
export interface ConsentRow {
  id: string;
  businessId: string;
  shares: string;
  givenHow: ConsentHow;
  givenAt: Date | null;
  expiresAt: Date;
  revokedAt: Date | null;
  state: ConsentState;
}

/** Where a consent `c` stands at the moment of the transaction, in SQL. */
const state = `CASE WHEN c.revoked_at IS NOT NULL THEN 'revoked' WHEN c.expires_at <= sealed.moment() THEN 'expired'
  WHEN c.given_at IS NULL THEN 'proposed' ELSE 'live' END`;

/** The consents of an application, newest first. */
export async function consentsOf(tx: SealedTx, applicationId: string, read: Reader): Promise<ConsentRow[]> {
  const rows = await tx.query<Omit<ConsentRow, 'shares'> & { shares: Buffer }>(
    `SELECT c.id, c.recipient_business_id AS "businessId", c.shares, c.given_how AS "givenHow",
       c.given_at AS "givenAt", c.expires_at AS "expiresAt", c.revoked_at AS "revokedAt", ${state} AS state
     FROM sealed.consent c WHERE c.application_id = $1 ORDER BY c.recorded_at DESC, c.id`,
    [applicationId],
  );
  return rows.map((row) => {
    const shares = read({ recordId: applicationId, column: 'consent.shares', rowId: row.id }, row.shares);
    return { ...row, shares: shares ?? '' };
  });
}
