import { textsOf, titlesOf } from './discreet-words.mjs';

test('a word that brands somebody is found in a mail, an address or a file name, and not in a comment', () => {
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

test('and in the title of a page, in whatever depth, while what the page says is its own matter', () => {
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
