import { randomUUID } from 'node:crypto';
import { languageTags, SettingsStore, type LocaleName } from '@upstander/identity';
import { allEmails, interpretMessage, MailTemplates, placeholdersOf } from '@upstander/notifications';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const fields = `slug name locale version changedIn outdatedIn fixed
  texts { key kind text original formerOriginal fixed fault { reason at name }
    placeholders { name meaning insert isRequired } }
  history { version changedBy changes { field before after } }`;
const query = `query ($slug: String!, $locale: Locale!) { emailWording(slug: $slug, locale: $locale) { ${fields} } }`;
const update = `mutation ($slug: String!, $locale: Locale!, $texts: [EmailTextInput!]!, $version: Int!) {
  updateEmailWording(slug: $slug, locale: $locale, texts: $texts, version: $version) { ${fields} } }`;
const preview = `query ($slug: String!, $locale: Locale!, $texts: [EmailTextInput!]!) {
  emailPreview(slug: $slug, locale: $locale, texts: $texts) { subject html text faults { key reason at name } } }`;
const testEmail = `mutation ($slug: String!, $locale: Locale!, $texts: [EmailTextInput!]!) {
  testEmailWording(slug: $slug, locale: $locale, texts: $texts) { slug email } }`;
const list = '{ emailWordings { slug area name sentWhen fixed changedIn outdatedIn changedAt } }';

type Values = Readonly<Record<string, unknown>>;

interface Text {
  key: string;
  text: string;
  original: string;
  formerOriginal: string | null;
  fixed: string | null;
  fault: { reason: string } | null;
  placeholders: Array<{ name: string; insert: string; isRequired: boolean }>;
}
interface Wording {
  version: number;
  outdatedIn: string[];
  texts: Text[];
  history: unknown[];
}

const slug = 'notifications:sign-in-code';
let app: TestApp;
let admin: { cookie: string; email?: string };
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  admin = await app.signedIn({ role: 'admin', name: 'Ana Reyes', email: 'ana@example.org' });
});

const find = async (its = slug, locale = 'EN') =>
  (await app.graphql<{ emailWording: Wording }>(query, { slug: its, locale }, admin)).data.emailWording;
const save = async (
  texts: Record<string, string>,
  { of: its = slug, locale = 'EN', version }: { of?: string; locale?: string; version?: number } = {},
) =>
  app.graphql<{ updateEmailWording: Wording }>(
    update,
    { slug: its, locale, texts: inputOf(texts), version: version ?? (await find(its, locale)).version },
    admin,
  );
const inputOf = (texts: Record<string, string>) => Object.entries(texts).map(([key, text]) => ({ key, text }));
const detailsOf = ({ errors }: { errors?: ReadonlyArray<{ extensions: Record<string, unknown> }> }) =>
  errors?.[0]?.extensions['details'] as Record<string, unknown>;

/** The email as it would be sent now. */
const written = (locale: LocaleName = 'en', facts: object = { code: '482913' }) =>
  app.nest.get(MailTemplates).find('sign-in-code')!.render({ facts, data: {} }, { id: randomUUID(), locale });

/** As another process saves it, or as an earlier release left it. */
async function saveElsewhere(values: object): Promise<void> {
  await app.db.query(
    `INSERT INTO identity.settings_version (subject, version, "values", changed_at)
     SELECT $1, coalesce(max(version), 0) + 1, $2, now() FROM identity.settings_version WHERE subject = $1`,
    [`email:${slug}:en`, JSON.stringify(values)],
  );
  await app.nest.get(SettingsStore).refresh();
}

test('emails have the saved text, and the original again after a reset', async () => {
  const { data } = await save({ subject: 'Your code: {code}', heading: 'Welcome back' });
  expect(data.updateEmailWording.texts.find(({ key }) => key === 'heading')).toMatchObject({ text: 'Welcome back' });
  expect(written()).toMatchObject({ subject: 'Your code: 482913' });
  expect(written().text).toContain('Welcome back');
  expect(written('es').text).toContain('Tu código de acceso');
  await save({ subject: '{code} is your sign-in code', heading: 'Your sign-in code' });
  expect(written()).toMatchObject({ subject: '482913 is your sign-in code' });
  const [stored] = await app.db.query<{ values: object }>(
    `SELECT values FROM identity.settings_version WHERE subject = $1 ORDER BY version DESC LIMIT 1`,
    [`email:${slug}:en`],
  );
  expect(stored!.values).toEqual({});
});

test('records who changed which text', async () => {
  const { data } = await save({ enter: 'Type it in.' });
  expect(data.updateEmailWording.history[0]).toMatchObject({
    changedBy: 'Ana Reyes',
    changes: [{ field: 'enter', before: expect.stringContaining('ten minutes') as string, after: 'Type it in.' }],
  });
});

test.each([
  ['subject', '{code', { reason: 'SYNTAX', at: 0 }],
  ['subject', 'Hello {name}: {code}', { reason: 'UNKNOWN_PLACEHOLDER', at: 6, name: 'name' }],
  ['subject', 'Your sign-in code', { reason: 'MISSING_PLACEHOLDER', name: 'code' }],
  ['subject', '{code, plural, one {1} other {#}}', { reason: 'WRONG_USE', at: 0 }],
  ['subject', 'Your\ncode {code}', { reason: 'LINE_BREAK', at: 4 }],
  ['subject', `{code}${'x'.repeat(200)}`, { reason: 'TOO_LONG', name: '200' }],
  ['enter', ' ', { reason: 'REQUIRED' }],
  ['enter', 'a\u0007b', { reason: 'NOT_WRITABLE', at: 1 }],
])('refuses a faulty %s: %j', async (key, text, fault) => {
  const { data } = await app.graphql<{ emailPreview: { faults: object[] } }>(
    preview,
    { slug, locale: 'EN', texts: inputOf({ [key]: text }) },
    admin,
  );
  expect(data.emailPreview.faults).toEqual([expect.objectContaining({ key, ...fault })]);
  const answer = await save({ [key]: text });
  expect(refusal(answer)).toBe('BAD_INPUT');
  expect(detailsOf(answer)['fields']).toEqual({ [key]: fault.reason.toLowerCase().replaceAll('_', '-') });
});

test.each([
  ['{n, plural, one {# spot}}', 'SYNTAX', 'donations:recurring-gift:changed', 'lead'],
  ['Now {amount}, before {before}, from {day}.', 'WRONG_USE', 'donations:recurring-gift:changed', 'lead'],
  ['{dates, plural, other {Dates: {title}}}', 'MISSING_PLURAL', 'events:series-changed', 'subject'],
  ['{dates, plural, few {x} one {y} other {z}}', 'UNKNOWN_OPTION', 'events:series-changed', 'subject'],
  ['{dates, number, ::currency/USD}', 'UNSUPPORTED', 'events:series-changed', 'subject'],
])('refuses %s', async (text, reason, of, key) => {
  const { data } = await app.graphql<{ emailPreview: { faults: Array<{ reason: string }> } }>(
    preview,
    { slug: of, locale: 'EN', texts: inputOf({ [key]: text }) },
    admin,
  );
  expect(data.emailPreview.faults.map((fault) => fault.reason)).toEqual([reason]);
});

test('a text that this release can’t use falls back to the original, and the editor says why', async () => {
  await saveElsewhere({ subject: { text: '{gone} {code}', original: 'Code {code}' }, heading: { text: 7 } });
  expect(written().subject).toBe('482913 is your sign-in code');
  const { texts, outdatedIn } = await find();
  expect(texts.find(({ key }) => key === 'subject')).toMatchObject({
    fault: { reason: 'UNKNOWN_PLACEHOLDER', name: 'gone' },
    formerOriginal: 'Code {code}',
  });
  expect(outdatedIn).toEqual(['EN']);
  // A save compares the text with the current original.
  const { data } = await save({ subject: 'Code {code}', heading: 'Code' });
  expect(data.updateEmailWording.texts.find(({ key }) => key === 'subject')).toMatchObject({ formerOriginal: null });
});

test('a changed text that can’t be filled in has the original text', async () => {
  const subject = allEmails()
    .find((email) => email.slug === slug)!
    .texts.find(({ key }) => key === 'subject')!;
  const used = jest.spyOn(subject, 'use');
  await save({ subject: 'Use {code}' });
  const fillIn = used.mock.calls.findLast(([locale]) => locale === 'en')![1] as (values: Values) => string;
  expect(fillIn({ code: '1' })).toBe('Use 1');
  expect(fillIn({})).toBe('undefined is your sign-in code');
  used.mockRestore();
});

test('applies a save in another process within seconds', async () => {
  const other = await startApp({ database: app.database, config: { SETTINGS_CHECK_SECONDS: '1' } });
  try {
    await app.db.query(
      `INSERT INTO identity.settings_version (subject, version, "values", changed_at)
       SELECT $1, max(version) + 1, $2, now() FROM identity.settings_version WHERE subject = $1`,
      [`email:${slug}:en`, JSON.stringify({ heading: { text: 'From elsewhere', original: 'Your sign-in code' } })],
    );
    await eventually(() => Promise.resolve(written().text.includes('From elsewhere')));
  } finally {
    await other.close();
  }
});

test('saves only one of several concurrent changes, and returns the saved texts to the others', async () => {
  const { version } = await find();
  const answers = await Promise.all(['One', 'Two', 'Three'].map((heading) => save({ heading }, { version })));
  expect(answers.map(refusal).filter((code) => code === null)).toHaveLength(1);
  const lost = answers.find((answer) => refusal(answer) === 'CHANGED_MEANWHILE')!;
  expect(detailsOf(lost)).toMatchObject({ version: version + 1, changedBy: 'Ana Reyes' });
  expect((detailsOf(lost)['values'] as Record<string, string>)['heading']).toMatch(/^(One|Two|Three)$/);
});

test('escapes HTML, and makes links of other sites inert', async () => {
  const { data } = await app.graphql<{ emailPreview: { html: string; text: string; subject: string } }>(
    preview,
    { slug, locale: 'EN', texts: inputOf({ enter: '<script>alert(1)</script> https://evil.example/x' }) },
    admin,
  );
  expect(data.emailPreview.html).not.toContain('<script');
  expect(data.emailPreview.html).not.toContain('href="https://evil.example');
  expect(data.emailPreview.html).not.toContain('https://evil.example/x');
  expect(data.emailPreview.subject).toContain('482913');
});

test.each([
  ['advocacy:message-waiting', 'heading', 'SAFETY'],
  ['notifications:account-notice', 'button', 'SECURITY'],
  ['notifications:layout', 'sentBy', 'LAW'],
  ['events:shift-request', 'stop', 'UNSUBSCRIBE'],
  ['volunteers:background-check:notice', 'rights', 'LAW'],
])('keeps %s %s as it is', async (of, key, reason) => {
  const { texts } = await find(of);
  expect(texts.find((text) => text.key === key)).toMatchObject({ fixed: reason });
  expect(detailsOf(await save({ [key]: 'Other' }, { of }))).toMatchObject({ fields: { [key]: 'fixed' } });
});

test('previews an email that protects survivors without its sender', async () => {
  const { data } = await app.graphql<{ emailPreview: { html: string } }>(
    preview,
    { slug: 'advocacy:message-waiting', locale: 'EN', texts: [] },
    admin,
  );
  expect(data.emailPreview.html).toContain('Something is waiting');
  expect(data.emailPreview.html).not.toContain(app.config.ORGANIZATION_NAME);
});

test('emails a test to the admin', async () => {
  const answer = await app.graphql<{ testEmailWording: { email: string } }>(
    testEmail,
    { slug: 'events:thank-you', locale: 'ES', texts: inputOf({ heading: '¡Mil gracias!' }) },
    admin,
  );
  const { email } = answer.data.testEmailWording;
  const [mail] = await renderPendingEmails(app, { recipient: email, template: 'email-test' });
  expect(mail!.subject).toBe('[Prueba] Gracias por ayudar: Paquetes de cuidado (Bienvenida), sábado 5 de diciembre');
  expect(mail!.text).toContain('¡Mil gracias!');
});

test.each(['organizer', 'finance', 'moderator', 'advocate'] as const)('refuses the role %s', async (role) => {
  const person = await app.signedIn({ role });
  const variables = { slug, locale: 'EN', texts: [], version: 0 };
  for (const text of [list, query, preview, update, testEmail]) {
    expect(refusal(await app.graphql(text, variables, person))).toBe('NOT_ALLOWED');
  }
});

test('lists every email in the language of the admin, once, with its occasion', async () => {
  const { data } = await app.graphql<{ emailWordings: Array<{ slug: string; name: string; sentWhen: string }> }>(
    list,
    {},
    admin,
  );
  const slugs = data.emailWordings.map((email) => email.slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.length).toBeGreaterThan(90);
  expect(data.emailWordings.filter(({ name, sentWhen }) => !name || !sentWhen)).toEqual([]);
});

test.each(Object.keys(languageTags) as LocaleName[])(
  'interprets every message in %s as its compiled function',
  (locale) => {
    const different: string[] = [];
    for (const { slug: its, texts } of allEmails()) {
      for (const { key, messages, compiled } of texts) {
        for (const values of samplesFor(messages.en)) {
          const original = compiled[locale];
          const compiledText = typeof original === 'string' ? original : (original as (all: Values) => string)(values);
          const interpreted = interpretMessage(messages[locale], languageTags[locale])(values);
          if (compiledText !== interpreted) different.push(`${its} ${key}: ${compiledText} | ${interpreted}`);
        }
      }
    }
    expect(different).toEqual([]);
  },
);

/** One set of values for each option of a placeholder. */
function samplesFor(message: string): Values[] {
  return placeholdersOf(message).reduce<Values[]>(
    (sets, { name, isNumber, isNullable, options }) => {
      const choices: unknown[] = options.includes('true')
        ? [true, false]
        : options.length > 0
          ? [...options, 'other']
          : isNumber
            ? [1, 1234]
            : ['Ana'];
      const values = isNullable ? [...choices, null] : choices;
      return sets.flatMap((set) => values.map((value) => ({ ...set, [name]: value })));
    },
    [{}],
  );
}
