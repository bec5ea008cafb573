import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { totp } from './lib/totp.mjs';

/** `npm run code`: the second-step codes of the demo logins, as an authenticator app would show them now. */
const file = join(root, '.data/demo.json');
if (!existsSync(file)) {
  console.error('There are no demo logins yet: npm start makes them.');
  process.exit(1);
}
for (const { email, totpSecret } of JSON.parse(readFileSync(file, 'utf8')).accounts) {
  if (totpSecret) console.log(`${totp(totpSecret)}  ${email}`);
}
