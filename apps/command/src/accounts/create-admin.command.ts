import { UsageError, type Command } from '../command.js';
import { giveRole } from './give-role.js';

export const command: Command = {
  usage: '<email> <name> [--env-file FILE]',
  help: `
Gives an account the role admin, and makes the account if there is none: the first admin of an installation, and the way back
when nobody is admin any more. The account has no password: its owner asks for a code by mail at /admin and then sets up a
second step. Everybody who holds the role is mailed. Needs DATABASE_URL and
APP_SECRET.`,

  async run(given) {
    const [email, name, ...others] = given.words;
    if (!email || !name || others.length > 0)
      throw new UsageError('An address and a name are needed; put a name of several words between quotes.');
    await giveRole(given, 'admin', email, name);
  },
};
