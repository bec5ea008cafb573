import { AccountSeals, type Queryable } from '@upstander/identity';
import { ConfigError } from '@upstander/platform';

/**
 * Removes an authenticator app, its recovery codes and the passkeys, ends all sessions, and notifies the account and every admin.
 * @throws ConfigError if the account was changed outside Upstander, unless the operator `vouched` for it
 */
export async function forgetSecondStep(
  db: Queryable,
  seals: AccountSeals,
  accountId: string,
  { vouched = false } = {},
): Promise<void> {
  const account = await seals.find(db, accountId);
  if (!account) throw new ConfigError('This account is gone.');
  if (!vouched && seals.stateOf(account) === 'changed')
    throw new ConfigError(
      `The account of ${account.email} was changed outside Upstander. Check it, then run “upstander seal-rows”.`,
    );
  await seals.update(db, account, {
    totpSecretSealed: null,
    totpConfirmedAt: null,
    totpResetRequestedAt: null,
    totpResetAt: null,
    totpResetBy: null,
  });
  await db.query('UPDATE identity.account SET totp_last_step = NULL, totp_next_secret_sealed = NULL WHERE id = $1', [
    accountId,
  ]);
  await db.query('DELETE FROM identity.recovery_code WHERE account_id = $1', [accountId]);
  await db.query('DELETE FROM identity.passkey WHERE account_id = $1', [accountId]);
  await db.query('UPDATE identity.session SET revoked_at = now() WHERE account_id = $1 AND revoked_at IS NULL', [
    accountId,
  ]);
  // The event triggers an email to the owner, and the notice one to each admin.
  await db.query(
    `INSERT INTO identity.security_event (kind, account_id, at, detail) VALUES ('second-step-reset', $1, now(), 'command-line')`,
    [accountId],
  );
  await db.query(
    `INSERT INTO identity.notice (kind, recipient_id, account_id, created_at)
     SELECT 'second-step-reset', g.account_id, $1, now() FROM identity."grant" g
       JOIN identity.account a ON a.id = g.account_id
     WHERE g.role = 'admin' AND a.disabled_at IS NULL AND a.id <> $1 GROUP BY g.account_id`,
    [accountId],
  );
}
