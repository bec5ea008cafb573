import { RowSeals, type Config, type Database } from '@upstander/platform';
import { MemberSeals, sealedMemberColumns, type MemberRow } from './member-seals.js';

/**
 * Counts memberships without a valid seal, and reseals memberships if `vouch` allows it.
 * @param vouch `genuine` reseals those sealed with an older secret; `all` reseals every one, after the operator checked
 * them
 */
export async function unsealedMembers(
  db: Pick<Database, 'query'>,
  settings: Pick<Config, 'APP_SECRET'> & Partial<Pick<Config, 'APP_SECRET_OLD'>>,
  vouch: 'none' | 'genuine' | 'all',
): Promise<number> {
  const seals = new MemberSeals(new RowSeals(settings as Config));
  let unsealed = 0;
  for (const member of await db.query<MemberRow>(
    `SELECT ${sealedMemberColumns} FROM opportunities.member m FOR UPDATE`,
  )) {
    if (seals.isCurrent(member)) continue;
    const genuine = seals.isGenuine(member);
    if (vouch === 'all' || (vouch === 'genuine' && genuine))
      await db.query('UPDATE opportunities.member SET seal = $3 WHERE business_id = $1 AND account_id = $2', [
        member.businessId,
        member.accountId,
        seals.sealOf(member),
      ]);
    else if (!genuine) unsealed += 1;
  }
  return unsealed;
}
