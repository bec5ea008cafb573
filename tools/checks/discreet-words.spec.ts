import { messagesOf, textsOf, titlesOf } from './discreet-words.mjs';

test('finds revealing words in emails, routes and file names, but not in comments', () => {
  const source = [
    '// Survivors must not be found.',
    "import { helpSurvivors } from './survivors.js';",
    "const subject = 'Your application as a survivor';",
    'const file = `sobrevivientes-${year}.csv`;',
    "@Get('trafficking/:id') route() {}",
    "const calm = 'You have a message';",
  ].join('\n');
  expect(textsOf('a.mail.ts', source).map((one: string) => one.split(' ')[0])).toEqual([
    'a.mail.ts:3',
    'a.mail.ts:4',
    'a.mail.ts:5',
  ]);
});

test('finds revealing words in page titles at any depth, but not in page content', () => {
  const words = {
    site: {
      apply: { title: 'Apply', lead: 'For survivors', pageTitle: 'A survivor of {name}' },
      safety: { title: 'Trata de personas' },
    },
  };
  expect(titlesOf(words)).toEqual([
    'site.apply.pageTitle: A survivor of {name}',
    'site.safety.title: Trata de personas',
  ]);
});

test('finds revealing words in every form of an email text', () => {
  const words = { subject: 'Your request', lead: '{n, plural, one {1 survivor} other {# people}}', name: '{survivor}' };
  expect(messagesOf({ 'a.mail': words })).toEqual([expect.stringMatching(/^a\.mail\.lead: /)]);
});
