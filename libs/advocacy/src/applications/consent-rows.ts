import { Bytes, Choice, selectList, Id, Instant, Ref } from '@upstander/platform';
import type { Unseal } from '../keys/envelope.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { ConsentMethod, type ConsentState } from './consent-state.js';

/** A row of `sealed.consent`. Never exposed; `SealedConsent` and `ProposedConsent` define the visible fields. */
export class ConsentRow {
  @Id() id!: string;
  @Ref({ column: 'recipient_business_id' }) businessId!: string;
  @Bytes() shares!: Buffer;
  @Choice(ConsentMethod, { column: 'given_how' }) consentMethod!: ConsentMethod;
  @Instant({ nullable: true }) givenAt!: Date | null;
  @Instant() expiresAt!: Date;
  @Instant({ nullable: true }) revokedAt!: Date | null;
}

export type OpenConsent = Omit<ConsentRow, 'shares'> & { shares: string; state: ConsentState };

const timeFields = ['givenAt', 'expiresAt', 'revokedAt'] as const;

/** SQL: the state of consent `c` at the time of the transaction. */
const state = `CASE WHEN c.revoked_at IS NOT NULL THEN 'revoked' WHEN c.expires_at <= sealed.clock_now() THEN 'expired'
  WHEN c.given_at IS NULL THEN 'proposed' ELSE 'live' END`;

export async function consentsOf(tx: SealedTx, applicationId: string, unseal: Unseal): Promise<OpenConsent[]> {
  const rows = await tx.query<ConsentRow & { state: ConsentState }>(
    `SELECT ${selectList(ConsentRow, 'c', ['id', 'businessId', 'shares', 'consentMethod', ...timeFields])}, ${state} AS state
     FROM sealed.consent c WHERE c.application_id = $1 ORDER BY c.recorded_at DESC, c.id`,
    [applicationId],
  );
  return rows.map((row) => {
    const shares = unseal({ recordId: applicationId, column: 'consent.shares', rowId: row.id }, row.shares);
    return { ...row, shares: shares ?? '' };
  });
}

/** Returns null if the application has no such consent. */
export async function lockConsent(
  tx: SealedTx,
  applicationId: string,
  consentId: string,
): Promise<Pick<ConsentRow, 'id' | 'givenAt' | 'expiresAt' | 'revokedAt'> | null> {
  const [consent] = await tx.query<Pick<ConsentRow, 'id' | 'givenAt' | 'expiresAt' | 'revokedAt'>>(
    `SELECT ${selectList(ConsentRow, 'c', ['id', ...timeFields])}
     FROM sealed.consent c WHERE id = $1 AND application_id = $2 FOR NO KEY UPDATE`,
    [consentId, applicationId],
  );
  return consent ?? null;
}
