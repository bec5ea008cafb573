import { listAdvocates, type SealedSettings } from '@upstander/advocacy';
import { sealAllRows } from '@upstander/db';
import {
  AccountSeals,
  checkAppSecret,
  rememberAppSecret,
  resealSecondSteps,
  unsealedPower,
  wrongAppSecret,
} from '@upstander/identity';
import { resealAccessTokens, resealWebhookSecrets, revokeAllAccessTokens } from '@upstander/integrations';
import { unsealedMembers } from '@upstander/opportunities';
import { readSecret, deriveStableKey, loadConfig, RowSeals, Secrets, type Config } from '@upstander/platform';
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { forgetSecondStep } from '../accounts/forget-second-step.js';
import { UsageError, type Command, type ParsedArguments } from '../command.js';
import { toQueryable, runAsProgram } from '../database/connected.js';
import { withoutMigrationSettings } from '../programs-settings.js';

export const command: Command = {
  usage: '[--lost] [--env-file FILE]',
  help: `
Replaces APP_SECRET without locking anyone out. Run it twice.
The first time, with the current settings, it prints new lines for the settings of the api and the worker.
The second time, when all programs run with them, it reseals stored data (the secrets of authenticator apps) while people sign
in, and says what APP_SECRET_OLD is still needed for.
--lost: use it if the old secret is gone. Authenticator apps that can no longer be opened are reset, their owners and every
admin get an email, and links in earlier emails stop working. All accounts, powerful roles and memberships of businesses are
sealed as they are: run “upstander seal-rows” first if someone else may have changed the database.`,
  options: { lost: { type: 'boolean' } },

  async run(given) {
    if (given.words.length > 0)
      throw new UsageError(`Unexpected argument “${given.words[0]}”: secrets are read from the settings.`);
    const config = loadConfig(withoutMigrationSettings(given.environment));
    if (given.options['lost']) return replaceLostSecret(given, config);
    const found = await runAsProgram(given, (client) => checkAppSecret(toQueryable(client), new Secrets(config)));
    if (found === 'wrong') throw wrongAppSecret();
    if (config.APP_SECRET_OLD.length === 0) return printNewSettings(given, config);
    return reseal(given, config);
  },
};

function printNewSettings({ print: say, environment }: ParsedArguments, config: Config): void {
  say('# Put these lines into the settings of every program, in place of the current APP_SECRET:');
  say(`APP_SECRET=${randomBytes(36).toString('base64url')}`);
  say(`APP_SECRET_OLD=${config.APP_SECRET}`);
  if (!readSecret(environment, 'BADGE_KEY')) {
    say(
      '# Badges are signed with a key derived from the current secret. This line keeps them valid after it is removed:',
    );
    say(`BADGE_KEY=${deriveStableKey(config, 'badge-key').toString('base64url')}`);
  }
  say('# Then restart all programs and run “upstander rotate-secret” again.');
}

async function reseal(given: ParsedArguments, config: Config): Promise<number> {
  const secrets = new Secrets(config);
  const { resealed, lost } = await runAsProgram(given, async (client) => {
    const db = toQueryable(client);
    const done = await resealSecondSteps(db, secrets, new AccountSeals(new RowSeals(config)));
    await resealWebhookSecrets(db, secrets);
    await resealAccessTokens(db, config);
    await unsealedPower(db, config, 'genuine');
    await unsealedMembers(db, config, 'genuine');
    await rememberAppSecret(db, secrets, { again: true });
    return done;
  });
  given.print(
    `${resealed} secrets of authenticator apps were sealed again, as were accounts and roles. Stored data no longer needs APP_SECRET_OLD.`,
  );
  given.print('Everyone who is signed in stays signed in until their session ends, as long as APP_SECRET_OLD is set.');
  given.print(
    'Links in earlier emails, calendar feeds and unfinished forms still need it. Keep it as long as they should work,',
  );
  given.print('for example a year, and then remove it. If it has leaked, remove it immediately.');
  if (lost.length === 0) return 0;
  given.print(
    `${lost.length} authenticator apps cannot be opened with any of the secrets. “upstander rotate-secret --lost” resets them.`,
  );
  return 1;
}

async function replaceLostSecret(given: ParsedArguments, config: Config): Promise<void> {
  const secrets = new Secrets(config);
  const { apps, advocates } = await runAsProgram(given, async (client: pg.Client) => {
    const db = toQueryable(client);
    const accounts = new AccountSeals(new RowSeals(config));
    const { lost } = await resealSecondSteps(db, secrets, accounts);
    await resealWebhookSecrets(db, secrets);
    await revokeAllAccessTokens(db, new Date());
    for (const id of lost) await forgetSecondStep(db, accounts, id, { vouched: true });
    const advocates = await sealAllRows(db, config);
    await rememberAppSecret(db, secrets, { again: true });
    return { apps: lost.length, advocates };
  });
  await listAdvocates(config as SealedSettings, advocates);
  given.print(
    `${apps} authenticator apps were reset. Their owners can sign in with an emailed code and set up a new one.`,
  );
  given.print('Access tokens were revoked, and links in emails sent with the lost secret no longer work.');
}
