import { DataRequests, legalHoldRefusal, countStoredData, LegalHolds } from '@upstander/identity';
import { ConfigError, Database, normalEmail } from '@upstander/platform';
import { createInterface } from 'node:readline/promises';
import { UsageError, type Command, type ParsedArguments } from '../command.js';
import { withServices } from './services.js';
import { refusalAsConfigError, readPersonArguments } from './person-arguments.js';

const afterwards = { goes: 'deleted', nameless: 'kept without a name', stays: 'kept' };

const outcomes = {
  done: 'Done. The person gets one last email that confirms it.',
  held: 'A legal hold was placed meanwhile, so the request waits until it ends. The person is notified by email.',
  'under-way':
    'Not done yet: a payment or a place could not be ended, or data of the person is being written. The worker retries every minute.',
  waits: 'The person made gifts, so a staff member must approve: Admin → People’s data → Approve.',
} as const;

export const command: Command = {
  usage: '<email> [--yes] [--language en|es] [--env-file FILE]',
  help: `
Erases a person permanently: their places go to the waitlist, recurring gifts end at Stripe, and records the law requires are
kept without a name. Use it only on request, and verify the person by another way than email. It first lists the data and what
happens to it, and asks for the email address again. A donor is erased after a staff member approves, and no one is erased
during a legal hold. It can be interrupted and run again. Needs the settings of the programs.
--yes skips the confirmation.
--language is the language of the final email; en by default.`,
  options: { yes: { type: 'boolean' }, language: { type: 'string' } },

  async run(given) {
    const { email, locale } = readPersonArguments(given);
    return withServices(given, async (services) => {
      const db = services.get(Database, { strict: false });
      if (await services.get(LegalHolds, { strict: false }).holds(db, email))
        throw new ConfigError(legalHoldRefusal().message);
      const kept = await countStoredData(db, email);
      if (kept.length === 0) {
        given.say(`There is no data of ${email}.`);
        return 0;
      }
      given.say(`Data of ${email}, and what happens to it:`);
      for (const { noun, count, afterwards: what } of kept) given.say(`  ${noun}: ${count} (${afterwards[what]})`);
      if (!given.options['yes'] && !(await confirmAddress(given, email))) {
        throw new ConfigError('The address differs: nothing was erased.');
      }
      const requests = services.get(DataRequests, { strict: false });
      given.say(outcomes[await refusalAsConfigError(requests.byOperator(email, locale))]);
      return 0;
    });
  },
};

async function confirmAddress({ say }: ParsedArguments, email: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('There is no terminal to confirm in: add --yes if you are sure.');
  say('This cannot be undone.');
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return normalEmail(await asking.question('Type the address again: ')) === email;
  } finally {
    asking.close();
  }
}
