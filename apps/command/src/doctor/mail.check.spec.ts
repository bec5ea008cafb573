import { domainFinding } from './mail.check.js';

test.each([
  [{ MAIL_FROM: 'hello@example.org' }, 'ok', 'example.org, from MAIL_FROM'],
  [{ MAIL_FROM: 'hello@example.org', MAIL_DOMAIN: 'mail.example.org' }, 'ok', 'mail.example.org, from MAIL_DOMAIN'],
  [{ MAIL_FROM: 'hello@upstander.invalid' }, 'warning', 'not public'],
  [{ MAIL_FROM: 'hello@localhost' }, 'warning', 'not public'],
  [{ MAIL_FROM: 'hello@example.org', MAIL_DOMAIN: 'upstander.invalid' }, 'warning', 'from MAIL_DOMAIN'],
])('reports the domain of Message-ID for %j as %s', (config, state, text) => {
  expect(domainFinding({ MAIL_DOMAIN: undefined, ...config })).toMatchObject({
    state,
    says: expect.stringContaining(text),
  });
});
