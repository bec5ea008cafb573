import { totp } from './totp.mjs';

/** Returns the startup message; `logins` is the result of `demoLogins`. */
export function summary({ url, stripe, seconds, logins }) {
  const places = [
    ['Site', `${url}/`],
    ['Admin', `${url}/admin`],
    ['Mailbox', `${url}/dev/mail`, 'every mail that would have been sent'],
    ['GraphQL', `${url}/dev/graphql`, 'an explorer of the API at /graphql'],
  ];
  if (stripe) places.push(['Stripe', `${stripe}/`, 'a pretend one: no card is asked for, no money moves']);
  const lines = ['', `Upstander runs (${seconds.toFixed(1)} s).`, ''];
  for (const [name, address, note] of places) {
    lines.push(`  ${name.padEnd(9)}${note ? address.padEnd(36) + note : address}`);
  }
  lines.push('', ...(logins.people.length ? demo(logins) : nobody()));
  lines.push('', 'Ctrl-C stops everything; the data stays in .data/.', '');
  return lines.join('\n');
}

function demo({ password, totpSecret, people }) {
  const [staff, others] = [people.filter((one) => one.hasPassword), people.filter((one) => !one.hasPassword)];
  const width = Math.max(...staff.map(({ email }) => email.length)) + 2;
  return [
    `  Demo logins, all with the password "${password}" and one second step:`,
    '',
    ...staff.map(({ email, role, chapter }) => `    ${email.padEnd(width)}${role}${chapter ? `, ${chapter}` : ''}`),
    '',
    `  Second step: ${totp(totpSecret)} now; \`node tools/code.mjs\` says it at any time,`,
    `  and so does an authenticator app with the secret ${totpSecret}.`,
    '',
    '  These sign in on the site, with a code that arrives in the mailbox:',
    '',
    ...['volunteer', 'business'].flatMap((role) => addresses(role, others, width)),
  ];
}

/** Lists three addresses per line. */
function addresses(role, people, width) {
  const emails = people.filter((one) => one.role === role).map(({ email }) => email);
  const lines = [];
  for (let at = 0; at < emails.length; at += 3) {
    lines.push(`    ${(at === 0 ? role : '').padEnd(width)}${emails.slice(at, at + 3).join('  ')}`);
  }
  return lines;
}

function nobody() {
  return [
    '  No demo data. The first admin is admin@upstander.example (or whom you made yourself): ask for a code at',
    '  /admin, read it in the mailbox, and set up a second step.',
  ];
}
