import { discreetNumberFaults, discreetSenderFaults } from './discreet-sender.js';

const ours = { PUBLIC_URL: 'https://volunteer.example.org', MAIL_FROM: 'hello@mail.example.net' };

test.each([
  ['post@quiet.example', []],
  ['post@mail.example.net', ['MAIL_FROM']],
  ['post@Example.NET', ['MAIL_FROM']],
  ['post@quiet.mail.example.net', ['MAIL_FROM']],
  ['post@example.org', ['PUBLIC_URL', 'REPLY_DOMAIN']],
  ['post@notexample.org', []],
  [undefined, []],
])('DISCREET_MAIL_FROM %s may not share a domain with %j', (sender, names) => {
  const faults = discreetSenderFaults({ ...ours, REPLY_DOMAIN: 'reply.example.org', DISCREET_MAIL_FROM: sender });
  expect(faults).toHaveLength(names.length);
  for (const name of names) expect(faults.join('\n')).toContain(name);
});

test.each([
  ['+12025550101', []],
  ['+12025550100', ['SMS_FROM']],
  ['+12135550100', ['CONTACT_PHONE']],
  [undefined, []],
])('DISCREET_SMS_FROM %s may not be %j', (number, names) => {
  const numbers = { SMS_FROM: '+12025550100', CONTACT_PHONE: '+12135550100', DISCREET_SMS_FROM: number };
  const faults = discreetNumberFaults(numbers);
  expect(faults).toHaveLength(names.length);
  for (const name of names) expect(faults.join('\n')).toContain(name);
});
