import type { Tx } from '@upstander/platform';
import type { LocaleName } from './locale.js';
import { noteSecurityEvent } from './security-event.js';

/**
 * The account of an address, made when there is none: for somebody who is invited by somebody else. Whoever reads the
 * mail of the address signs in with a code; a name that was typed for them never replaces the one they have.
 */
export async function accountFor(
  tx: Tx,
  person: { email: string; name: string; locale: LocaleName },
  made: { by: string | null; at: Date },
): Promise<string> {
  const [created] = await tx.query<{ id: string }>(
    `INSERT INTO identity.account (email, name, locale, created_by, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (email) DO NOTHING RETURNING id`,
    [person.email, person.name, person.locale, made.by, made.at],
  );
  if (created) {
    await noteSecurityEvent(tx, { kind: 'account-created', accountId: created.id, by: made.by, at: made.at });
    return created.id;
  }
  const [known] = await tx.query<{ id: string }>('SELECT id FROM identity.account WHERE email = $1', [person.email]);
  if (!known) throw new Error('The account of this address has just gone.');
  return known.id;
}
