import { totp } from './totp.mjs';

export function summary({ url, stripe, hasPhones, seconds, logins }) {
  const places = [
    ['Site', `${url}/`],
    ['Admin', `${url}/admin`],
    ['Mailbox', `${url}/dev/mail`, 'all emails, which are not sent'],
    ['GraphQL', `${url}/dev/graphql`, 'API explorer for /graphql'],
  ];
  if (hasPhones) places.push(['Phones', `${url}/dev/phone`, 'all texts, which are not sent']);
  if (stripe) places.push(['Stripe', `${stripe}/`, 'simulated: no cards, no money']);
  const lines = ['', `Upstander is running (${seconds.toFixed(1)} s).`, ''];
  for (const [name, address, note] of places) {
    lines.push(`  ${name.padEnd(9)}${note ? address.padEnd(36) + note : address}`);
  }
  lines.push('', ...(logins.people.length ? demo(logins) : emptyLoginsText()));
  lines.push('', 'Ctrl-C stops everything. The data is kept in .data/.', '');
  return lines.join('\n');
}

function demo({ password, totpSecret, people }) {
  const [staff, others] = [people.filter((one) => one.hasPassword), people.filter((one) => !one.hasPassword)];
  const width = Math.max(...staff.map(({ email }) => email.length)) + 2;
  return [
    `  Demo accounts, all with the password "${password}" and the same authenticator:`,
    '',
    ...staff.map(({ email, role, chapter }) => `    ${email.padEnd(width)}${role}${chapter ? `, ${chapter}` : ''}`),
    '',
    `  Current code: ${totp(totpSecret)}. For later ones, run \`node tools/code.mjs\``,
    `  or set up an authenticator app with the secret ${totpSecret}.`,
    '',
    '  These accounts sign in on the site with a code from the mailbox:',
    '',
    ...['volunteer', 'business'].flatMap((role) => addresses(role, others, width)),
  ];
}

function addresses(role, people, width) {
  const emails = people.filter((one) => one.role === role).map(({ email }) => email);
  const lines = [];
  for (let at = 0; at < emails.length; at += 3) {
    lines.push(`    ${(at === 0 ? role : '').padEnd(width)}${emails.slice(at, at + 3).join('  ')}`);
  }
  return lines;
}

function emptyLoginsText() {
  return [
    '  No demo data. The first admin is admin@upstander.example, unless you created another. Request a code at',
    '  /admin, read it in the mailbox, and set up an authenticator app.',
  ];
}
