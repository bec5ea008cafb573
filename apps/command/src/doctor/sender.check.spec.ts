import type { Config } from '@upstander/platform';
import { sender } from './sender.check.js';

const good = {
  'mail.example.org': ['v=spf1 include:spf.provider.example -all', 'verification=123'],
  '_dmarc.example.org': ['v=DMARC1; p=reject'],
  's1._domainkey.mail.example.org': ['v=DKIM1; k=rsa; p=MIIB'],
};

async function check(records: Record<string, string[]>, selector?: string, from = 'hello@mail.example.org') {
  const lookup = async (name: string) => records[name] ?? [];
  const config = { MAIL_FROM: from } as Config;
  const findings = await sender(selector, lookup).runCheck({ config, environment: {} });
  return findings.map(({ state, says }) => `${state}: ${says}`);
}

test('accepts a domain with SPF, DKIM and the DMARC record of its parent domain', async () => {
  expect(await check(good, 's1')).toEqual([
    'ok: mail.example.org has an SPF record.',
    'ok: s1._domainkey.mail.example.org has a DKIM key.',
    'ok: example.org has a DMARC record.',
  ]);
});

test.each([
  ['no SPF record', { 'mail.example.org': ['v=spf10 -all'] }, /warning: .*no SPF/],
  ['two SPF records', { 'mail.example.org': ['v=spf1 mx -all', 'v=spf1 a -all'] }, /wrong: .*2 SPF/],
  ['an SPF record for every server', { 'mail.example.org': ['v=spf1 +all'] }, /wrong: .*every server/],
  ['no DKIM key', { 's1._domainkey.mail.example.org': [] }, /wrong: There is no DKIM key/],
  ['a revoked DKIM key', { 's1._domainkey.mail.example.org': ['v=DKIM1; p='] }, /wrong: .*revoked/],
  ['no DMARC record', { '_dmarc.example.org': ['v=spf1 -all'] }, /warning: .*no DMARC/],
])('reports a domain with %s', async (_, change, expected) => {
  expect(await check({ ...good, ...change }, 's1')).toContainEqual(expect.stringMatching(expected));
});

test('asks nothing about a private domain, and says how to check DKIM', async () => {
  expect(await check({}, undefined, 'hello@upstander.invalid')).toEqual([
    expect.stringMatching(/^ok: .*isn’t a public/),
  ]);
  expect(await check(good)).toContainEqual(expect.stringMatching(/^ok: DKIM isn’t checked/));
});

test('says that name servers do not answer', async () => {
  const lookup = () => Promise.reject(Object.assign(new Error('queryTxt'), { code: 'ETIMEOUT' }));
  const [finding] = await sender('s1', lookup).runCheck({
    config: { MAIL_FROM: 'hello@example.org' } as Config,
    environment: {},
  });
  expect(finding).toMatchObject({ state: 'warning', says: expect.stringContaining('ETIMEOUT') });
});
