import { ConfigError, normalEmail } from '@upstander/platform';
import { UsageError, type Command } from '../command.js';
import { asProgram } from '../database/connected.js';

export const command: Command = {
  usage: '<email> [--env-file FILE]',
  help: `
Forgets the authenticator app of an account and signs it out everywhere, at once and without a second admin: for when no admin
gets in any more. Make sure by another way than mail that it is the owner who asks. It is noted as a security event, and the
account and every admin are mailed. The next sign-in sets up a new app. Needs DATABASE_URL.`,

  async run(given) {
    const [typed, ...others] = given.words;
    const email = typed && normalEmail(typed);
    if (!email || others.length > 0) throw new UsageError('One mail address is needed.');
    await asProgram(given, async (client) => {
      const { rows } = await client.query<{ id: string; set: boolean }>(
        `SELECT id, totp_secret_sealed IS NOT NULL AS set FROM identity.account WHERE email = $1 FOR UPDATE`,
        [email],
      );
      const account = rows[0];
      if (!account) throw new ConfigError(`There is no account of ${email}.`);
      if (!account.set) throw new ConfigError(`The account of ${email} has no second step that could be reset.`);
      await client.query(
        `UPDATE identity.account SET totp_secret_sealed = NULL, totp_confirmed_at = NULL, totp_last_step = NULL,
           totp_reset_requested_at = NULL, totp_reset_at = NULL, totp_reset_by = NULL WHERE id = $1`,
        [account.id],
      );
      await client.query(
        'UPDATE identity.session SET revoked_at = now() WHERE account_id = $1 AND revoked_at IS NULL',
        [account.id],
      );
      // The owner is mailed because of the event, the admins because of the notice.
      await client.query(
        `INSERT INTO identity.security_event (kind, account_id, at, detail) VALUES ('second-step-reset', $1, now(), 'command-line')`,
        [account.id],
      );
      await client.query(
        `INSERT INTO identity.notice (kind, recipient_id, account_id, created_at)
         SELECT 'second-step-reset', g.account_id, $1, now() FROM identity."grant" g
           JOIN identity.account a ON a.id = g.account_id
         WHERE g.role = 'admin' AND a.disabled_at IS NULL AND a.id <> $1 GROUP BY g.account_id`,
        [account.id],
      );
    });
    given.say(`The authenticator app of ${email} is forgotten. The account and every admin are mailed by the worker.`);
    given.say('They sign in with a mailed code and set up a new app.');
  },
};
