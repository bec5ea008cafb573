import type pg from 'pg';

/** Forgets the authenticator app of an account, signs it out everywhere, and has the account and every admin mailed. */
export async function forgetSecondStep(client: pg.Client, accountId: string): Promise<void> {
  await client.query(
    `UPDATE identity.account SET totp_secret_sealed = NULL, totp_confirmed_at = NULL, totp_last_step = NULL,
       totp_reset_requested_at = NULL, totp_reset_at = NULL, totp_reset_by = NULL WHERE id = $1`,
    [accountId],
  );
  await client.query('UPDATE identity.session SET revoked_at = now() WHERE account_id = $1 AND revoked_at IS NULL', [
    accountId,
  ]);
  // The owner is mailed because of the event, the admins because of the notice.
  await client.query(
    `INSERT INTO identity.security_event (kind, account_id, at, detail) VALUES ('second-step-reset', $1, now(), 'command-line')`,
    [accountId],
  );
  await client.query(
    `INSERT INTO identity.notice (kind, recipient_id, account_id, created_at)
     SELECT 'second-step-reset', g.account_id, $1, now() FROM identity."grant" g
       JOIN identity.account a ON a.id = g.account_id
     WHERE g.role = 'admin' AND a.disabled_at IS NULL AND a.id <> $1 GROUP BY g.account_id`,
    [accountId],
  );
}
