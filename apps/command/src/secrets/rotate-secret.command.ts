import { listAdvocates, type SealedSettings } from '@upstander/advocacy';
import { sealAllRows } from '@upstander/db';
import {
  AccountSeals,
  appSecretFits,
  rememberAppSecret,
  resealSecondSteps,
  unsealedPower,
  wrongAppSecret,
} from '@upstander/identity';
import { unsealedMembers } from '@upstander/opportunities';
import { givenSetting, lastingKeyOf, loadConfig, RowSeals, Secrets, type Config } from '@upstander/platform';
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { forgetSecondStep } from '../accounts/forget-second-step.js';
import { UsageError, type Command, type Given } from '../command.js';
import { asked, asProgram } from '../database/connected.js';
import { forPrograms } from '../programs-settings.js';

export const command: Command = {
  usage: '[--lost] [--env-file FILE]',
  help: `
Replaces APP_SECRET without locking anybody out. Run it twice.
First with the settings as they are: it prints what to put into the settings of the api and of the worker.
Then, when all programs run with them: it seals again what is stored (the secrets of authenticator apps), while people sign in,
and says what APP_SECRET_OLD is still needed for.
--lost: the old secret is gone. Authenticator apps that no longer open are reset, their owners and every admin are mailed, and
links in mails sent so far stay closed. All accounts, powerful roles and memberships of businesses are sealed as they are: run
“upstander seal-rows” before, if the database may have been changed by someone else.`,
  options: { lost: { type: 'boolean' } },

  async run(given) {
    if (given.words.length > 0)
      throw new UsageError(`“${given.words[0]}” is too much: the secrets stand in the settings.`);
    const config = loadConfig(forPrograms(given.environment));
    if (given.options['lost']) return beginAgain(given, config);
    const found = await asProgram(given, (client) => appSecretFits(asked(client), new Secrets(config)));
    if (found === 'wrong') throw wrongAppSecret();
    if (config.APP_SECRET_OLD.length === 0) return sayWhatToSet(given, config);
    return reseal(given, config);
  },
};

function sayWhatToSet({ say, environment }: Given, config: Config): void {
  say('# Put these lines into the settings of every program, in the place of the APP_SECRET that is there:');
  say(`APP_SECRET=${randomBytes(36).toString('base64url')}`);
  say(`APP_SECRET_OLD=${config.APP_SECRET}`);
  if (!givenSetting(environment, 'BADGE_KEY')) {
    say('# Badges are signed with a key made of the present secret. This line keeps them valid when that is gone:');
    say(`BADGE_KEY=${lastingKeyOf(config, 'badge-key').toString('base64url')}`);
  }
  say('# Then start the programs again, all of them, and run “upstander rotate-secret” once more.');
}

async function reseal(given: Given, config: Config): Promise<number> {
  const secrets = new Secrets(config);
  const { resealed, lost } = await asProgram(given, async (client) => {
    const db = asked(client);
    const done = await resealSecondSteps(db, secrets, new AccountSeals(new RowSeals(config)));
    await unsealedPower(db, config, 'genuine');
    await unsealedMembers(db, config, 'genuine');
    await rememberAppSecret(db, secrets, { again: true });
    return done;
  });
  given.say(
    `${resealed} secrets of authenticator apps were sealed again, as were accounts and roles; nothing that is stored needs APP_SECRET_OLD now.`,
  );
  given.say('Everyone who is signed in stays signed in until their session ends, as long as APP_SECRET_OLD is set.');
  given.say(
    'Links in mails sent so far, calendar addresses and unfinished forms still do: keep it as long as those are to open,',
  );
  given.say('a year for example, and then take it out. If it became known to somebody, take it out at once.');
  if (lost.length === 0) return 0;
  given.say(
    `${lost.length} authenticator apps open with none of the secrets: “upstander rotate-secret --lost” resets them.`,
  );
  return 1;
}

async function beginAgain(given: Given, config: Config): Promise<void> {
  const secrets = new Secrets(config);
  const { apps, advocates } = await asProgram(given, async (client: pg.Client) => {
    const db = asked(client);
    const accounts = new AccountSeals(new RowSeals(config));
    const { lost } = await resealSecondSteps(db, secrets, accounts);
    for (const id of lost) await forgetSecondStep(db, accounts, id, { vouched: true });
    const advocates = await sealAllRows(db, config);
    await rememberAppSecret(db, secrets, { again: true });
    return { apps: lost.length, advocates };
  });
  await listAdvocates(config as SealedSettings, advocates);
  given.say(`${apps} authenticator apps were reset; their owners sign in with a mailed code and set up a new one.`);
  given.say('Links in mails that were sent with the lost secret stay closed.');
}
