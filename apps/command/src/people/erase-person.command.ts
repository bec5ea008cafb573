import { DataRequests, legalHoldRefusal, countStoredData, LegalHolds } from '@upstander/identity';
import { ConfigError, Database, normalEmail } from '@upstander/platform';
import { createInterface } from 'node:readline/promises';
import { UsageError, type Command, type ParsedArguments } from '../command.js';
import { withServices } from './services.js';
import { refusalAsConfigError, readPersonArguments } from './person-arguments.js';

const afterErasureTexts = { deleted: 'deleted', anonymized: 'kept without a name', kept: 'kept' };

const outcomes = {
  done: 'Done. The person gets one last email to confirm it.',
  held: 'Someone placed a legal hold in the meantime, so the request waits until the hold ends. Upstander emails the person.',
  'under-way':
    'Not done yet: Upstander could not end a payment or a place, or something is still writing data about the person. The worker retries every minute.',
  waits: 'The person made gifts, so a staff member must approve: Admin → People’s data → Approve.',
} as const;

export const command: Command = {
  usage: '<email> [--yes] [--language en|es] [--env-file FILE]',
  help: `
Erases a person permanently: their places go to the waitlist, recurring gifts end at Stripe, and records the law requires are
kept without a name. Use it only when the person asks for it, and don't rely on email to verify who they are. It first lists the
data and what happens to it, and asks for the email address again. A donor is erased after a staff member approves, and no one
is erased during a legal hold. You can interrupt it and run it again. Needs the settings of the programs.
--yes skips the confirmation.
--language is the language of the final email; en by default.`,
  options: { yes: { type: 'boolean' }, language: { type: 'string' } },

  async run(given) {
    const { email, locale } = readPersonArguments(given);
    return withServices(given, async (services) => {
      const db = services.get(Database, { strict: false });
      if (await services.get(LegalHolds, { strict: false }).hasHold(db, email))
        throw new ConfigError(legalHoldRefusal().message);
      const kept = await countStoredData(db, email);
      if (kept.length === 0) {
        given.print(`There is no data about ${email}.`);
        return 0;
      }
      given.print(`Data about ${email}, and what happens to it:`);
      for (const { kind, count, afterErasure } of kept)
        given.print(`  ${kind}: ${count} (${afterErasureTexts[afterErasure]})`);
      if (!given.options['yes'] && !(await confirmAddress(given, email))) {
        throw new ConfigError('The address you typed is different, so nothing was erased.');
      }
      const requests = services.get(DataRequests, { strict: false });
      given.print(outcomes[await refusalAsConfigError(requests.openForOperator(email, locale))]);
      return 0;
    });
  },
};

async function confirmAddress({ print: say }: ParsedArguments, email: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UsageError('This command can’t ask you to confirm without a terminal. Add --yes if you’re sure.');
  say('This cannot be undone.');
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return normalEmail(await asking.question('Type the address again: ')) === email;
  } finally {
    asking.close();
  }
}
