import { AccountSeals } from '@upstander/identity';
import { ConfigError, normalEmail } from '@upstander/platform';
import { UsageError, type Command } from '../command.js';
import { toQueryable, runAsProgram } from '../database/connected.js';
import { rowSealsOf } from '../secrets/row-seals-of.js';
import { forgetSecondStep } from './forget-second-step.js';

export const command: Command = {
  usage: '<email> [--env-file FILE]',
  help: `
Removes the authenticator app of an account and signs it out everywhere, immediately and without a second admin. Use it when
no admin can sign in. First make sure that the owner asked for it, and don't rely on email for that. The reset is recorded as a
security event, and the account and every admin get an email. The owner sets up a new app at the next sign-in. Needs
DATABASE_URL and APP_SECRET.`,

  async run(given) {
    const [typed, ...others] = given.words;
    const email = typed && normalEmail(typed);
    if (!email || others.length > 0) throw new UsageError('One email address is required.');
    const seals = new AccountSeals(rowSealsOf(given.environment));
    await runAsProgram(given, async (client) => {
      const { rows } = await client.query<{ id: string; set: boolean }>(
        `SELECT id, totp_secret_sealed IS NOT NULL AS set FROM identity.account WHERE email = $1 FOR UPDATE`,
        [email],
      );
      const account = rows[0];
      if (!account) throw new ConfigError(`No account uses ${email}.`);
      if (!account.set) throw new ConfigError(`The account of ${email} has no authenticator app to reset.`);
      await forgetSecondStep(toQueryable(client), seals, account.id);
    });
    given.print(
      `The authenticator app of ${email} was removed. The worker sends an email to the account and every admin.`,
    );
    given.print('They can sign in with an emailed code and set up a new app.');
  },
};
