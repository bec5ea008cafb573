import { totp } from './totp.mjs';

/** What a person needs to know once everything runs; `logins` as `demoLogins` returns it. */
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
  const lines = [`  Demo logins, all with the password "${password}" and one second step:`, ''];
  const width = Math.max(...people.map(({ email }) => email.length)) + 2;
  for (const { email, role, chapter, hasPassword } of people) {
    const how = hasPassword ? '' : '; signs in with a code that arrives in the mailbox';
    lines.push(`    ${email.padEnd(width)}${role}${chapter ? `, ${chapter}` : ''}${how}`);
  }
  lines.push('', `  Second step: ${totp(totpSecret)} now; \`node tools/code.mjs\` says it at any time,`);
  lines.push(`  and so does an authenticator app with the secret ${totpSecret}.`);
  return lines;
}

function nobody() {
  return [
    '  No demo data. The first admin is admin@upstander.example (or whom you made yourself): ask for a code at',
    '  /admin, read it in the mailbox, and set up a second step.',
  ];
}
