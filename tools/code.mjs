import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { totp } from './lib/totp.mjs';

/** `node tools/code.mjs [secret]` prints the current authenticator code, by default of the demo logins. */
const accounts = readFileSync(join(root, 'db/demo/accounts.ts'), 'utf8');
const secret = process.argv[2] ?? /demoTotpSecret = '([A-Z2-7]+)'/.exec(accounts)?.[1];
console.log(totp(secret));
