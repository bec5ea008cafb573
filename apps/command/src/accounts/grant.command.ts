import { UsageError, type Command } from '../command.js';
import { giveRole, rolesToGive } from './give-role.js';

export const command: Command = {
  usage: `<${rolesToGive.join('|')}> <email> <name> [--env-file FILE]`,
  help: `
Gives an account a role that otherwise two people have to agree on, and makes the account if there is none: for the first
holders of each role, and when nobody holds it any more. Running it means that you vouch for the account as a person of its own.
Everyone who holds the role gets an email. An advocate is also put on the list of the sealed zone; run it again for an advocate
who is missing there. Needs DATABASE_URL and APP_SECRET, and for an advocate SEALED_DATABASE_URL, SEALED_KEYS_URL and SEALED_KEYS.`,

  async run(given) {
    const [role, email, name, ...others] = given.words;
    if (!role || !email || !name || others.length > 0)
      throw new UsageError('A role, an address and a name are needed; put a name of several words between quotes.');
    if (!rolesToGive.includes(role)) throw new UsageError(`“${role}” is not one of ${rolesToGive.join(', ')}.`);
    await giveRole(given, role, email, name);
  },
};
