import { totp } from './totp.mjs';

/**
 * What a person needs to know once everything runs.
 *
 * @param {{ url: string, seconds: number, demo: null | { password: string,
 *   accounts: Array<{ email: string, name: string, what: string, totpSecret?: string }> } }} facts
 */
export function summary({ url, seconds, demo }) {
  const places = [
    ['Site', `${url}/`],
    ['Admin', `${url}/admin`],
    ['Mailbox', `${url}/dev/mail`, 'every mail that would have been sent'],
    ['GraphQL', `${url}/dev/graphql`, 'an explorer of the API at /graphql'],
  ];
  const lines = ['', `Upstander runs (${seconds.toFixed(1)} s).`, ''];
  for (const [name, address, note] of places) {
    lines.push(`  ${name.padEnd(9)}${note ? address.padEnd(36) + note : address}`);
  }
  if (demo) lines.push('', ...logins(demo));
  lines.push('', 'Ctrl-C stops everything; the data stays in .data/.', '');
  return lines.join('\n');
}

function logins({ password, accounts }) {
  const width = Math.max(...accounts.map(({ email }) => email.length)) + 3;
  const lines = [`  Demo logins; the password of each is:  ${password}`];
  for (const { email, what, totpSecret } of accounts) {
    const code = totpSecret ? `   second step now: ${totp(totpSecret)}   (secret ${totpSecret})` : '';
    lines.push(`    ${email.padEnd(width)}${what}${code}`);
  }
  lines.push('  A code changes every 30 seconds: put the secret into an authenticator app, or ask again with');
  lines.push('    npm run code');
  return lines;
}
