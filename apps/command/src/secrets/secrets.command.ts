import { randomBytes } from 'node:crypto';
import type { Command } from '../command.js';

export const command: Command = {
  usage: '',
  help: `
Prints fresh secrets for a new installation, as lines of a settings file; nothing is stored. Append them to a file that only the
programs' user may read, and keep a copy where no backup of the databases is kept: without them a backup opens nothing.`,

  run({ say }) {
    const year = new Date().getFullYear();
    const password = () => randomBytes(24).toString('base64url');
    say(`APP_SECRET=${randomBytes(36).toString('base64url')}`);
    say(`SEALED_KEYS=${year}a:${randomBytes(32).toString('base64')}`);
    say(`BADGE_KEY=${randomBytes(32).toString('base64url')}`);
    say(`# Passwords for the three roles of PostgreSQL: put them into the addresses of the databases.`);
    say(`# upstander_owner: ${password()}`);
    say(`# upstander: ${password()}`);
    say(`# upstander_sealed: ${password()}`);
    return Promise.resolve();
  },
};
