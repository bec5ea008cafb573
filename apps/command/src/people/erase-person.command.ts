import { DataRequests, heldByLaw, keptOf, LegalHolds } from '@upstander/identity';
import { ConfigError, Database, normalEmail } from '@upstander/platform';
import { createInterface } from 'node:readline/promises';
import { UsageError, type Command, type Given } from '../command.js';
import { withServices } from './services.js';
import { orWhyNot, whoseData } from './whose.js';

const afterwards = { goes: 'goes', nameless: 'stays without a name', stays: 'stays' };

const outcomes = {
  done: 'It is done. They are mailed that it is, and that mail is the last.',
  held: 'A legal hold was placed meanwhile: the request waits until it ends. They are told by mail.',
  'under-way':
    'It is not done yet: a payment or a place could not be ended, or something of theirs is being written. The worker tries again every minute.',
  waits: 'They gave, so one of staff has to agree: Admin → People’s data → Approve.',
} as const;

export const command: Command = {
  usage: '<email> [--yes] [--language en|es] [--env-file FILE]',
  help: `
Erases a person for good: their places go to people on the waitlist, recurring gifts end at Stripe, and what the law keeps stays
without a name. For somebody who asked; make sure by another way than mail that it is them. Says first what is kept and what becomes of it,
and asks for the address again. Whoever gave is erased when one of staff agrees as well, and nobody while a legal hold keeps their
data. Run it again when it was interrupted. Needs the settings of the programs.
--yes does not ask.
--language is that of the mail that says it is done; en unless said.`,
  options: { yes: { type: 'boolean' }, language: { type: 'string' } },

  async run(given) {
    const { email, locale } = whoseData(given);
    return withServices(given, async (services) => {
      const db = services.get(Database, { strict: false });
      if (await services.get(LegalHolds, { strict: false }).holds(db, email))
        throw new ConfigError(heldByLaw().message);
      const kept = await keptOf(db, email);
      if (kept.length === 0) {
        given.say(`Nothing is kept of ${email}.`);
        return 0;
      }
      given.say(`This is kept of ${email}, and becomes of it:`);
      for (const { noun, count, afterwards: what } of kept) given.say(`  ${noun}: ${count} (${afterwards[what]})`);
      if (!given.options['yes'] && !(await typedAgain(given, email))) {
        throw new ConfigError('That is another address: nothing was erased.');
      }
      const requests = services.get(DataRequests, { strict: false });
      given.say(outcomes[await orWhyNot(requests.byOperator(email, locale))]);
      return 0;
    });
  },
};

async function typedAgain({ say }: Given, email: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('Nobody is there to be asked: add --yes if you are sure.');
  say('It cannot be undone.');
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return normalEmail(await asking.question('Type the address again: ')) === email;
  } finally {
    asking.close();
  }
}
