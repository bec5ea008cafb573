import webKit from '../../libs/web-kit/package.json' with { type: 'json' };
import { librariesWithMails, printMailWords } from './print-mail-words.mjs';

const catalog = 'libs/events/src/mails/thank-you.mail';
const print = (en: object, es: object, name = catalog) => printMailWords(name, { en, es });

test('generates both languages in one file, typed by English', () => {
  const { text, complaints } = print({ subject: 'Thank you, {name}' }, { subject: 'Gracias, {name}' });
  expect(complaints).toEqual([]);
  expect(text.split('\n').slice(1)).toEqual([
    'const en = {',
    '  subject: ({ name }: { name: string }): string => `Thank you, ${name}`,',
    '};',
    'const es: typeof en = {',
    '  subject: ({ name }) => `Gracias, ${name}`,',
    '};',
    '',
    'export const words = { en, es };',
    '',
  ]);
});

test('formats numbers and plurals by language, with the helpers of the notifications library', () => {
  const [en, es] = [
    { left: '{n, plural, one {1 spot} other {# spots}}' },
    { left: '{n, plural, one {1 lugar} other {# lugares}}' },
  ];
  const { text } = print(en, es);
  expect(text).toContain("import { writing } from '@upstander/notifications';");
  expect(text).toMatch(/^const en = \(\(\{ number: \$number, plural: \$plural \}\) => \(\{$/m);
  expect(text).toContain("}))(writing('en-US'));");
  expect(text).toContain("}))(writing('es-US'));");
  expect(print(en, es, 'libs/notifications/src/layout/layout.mail').text).toContain(
    "import { writing } from '../templates/writing.generated.js';",
  );
});

test.each([
  [{ a: 'A' }, {}, 'es.json: a is missing'],
  [{}, { a: 'A' }, 'es.json: a is not there in English'],
  [{ a: { b: '{x}' } }, { a: { b: '{y}' } }, 'es.json: a.b names {y}, which English does not'],
  [{ a: '{x' }, { a: 'X' }, 'en.json: a is no ICU message'],
])('reports a mismatch of %j in English and %j in Spanish with its file and key', (en, es, complaint) => {
  expect(print(en, es).complaints[0]).toContain(`${catalog}.${complaint}`);
});

test('registers the texts of emails with their messages, without what is said about them', () => {
  const about = { name: 'Thanks', when: 'After a shift.' };
  const { text, complaints } = print(
    { about: { ...about, fixedTexts: { stop: 'law' } }, stop: 'Stop {n, number}' },
    { about, stop: 'Parar {n, number}' },
  );
  expect(complaints).toEqual([]);
  expect(text).toContain("import { editableTexts, writing } from '@upstander/notifications';");
  expect(text).toMatch(/'events:thank-you',\n {2}\{ en, es \},/);
  expect(text).toContain('{"en":{"stop":"Stop {n, number}"},"es":{"stop":"Parar {n, number}"}}');
  expect(text).toContain(
    `[{"path":[],"about":${JSON.stringify({ en: about, es: about })},"fixedTexts":{"stop":"law"}}]`,
  );
});

test('reports an email that lacks its name or occasion in a language', () => {
  const { complaints } = print({ about: { name: 'Thanks', when: 'Later.' }, a: 'A' }, { about: { name: 'X' }, a: 'A' });
  expect(complaints).toEqual([`${catalog}.es.json: about.when is missing`]);
});

test('compiles the texts of every library before the models, which import them', () => {
  const [{ projects }] = webKit.nx.targets.generate.dependsOn;
  expect(projects).toEqual(
    expect.arrayContaining(librariesWithMails().map((library: string) => library.split('/')[1])),
  );
});
