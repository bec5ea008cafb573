import { shippedHelpLines, writeHelpLines } from '@upstander/db';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aHelpLine, helpLineInput } from '@upstander/tests/support/help.js';
import { asOwner, inOwnersTransaction } from '@upstander/tests/support/tampering.js';

let app: TestApp;
let keeper: { cookie: string };
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T18:00:00Z');
  keeper = await app.signedIn({ name: 'Mo', role: 'moderator' });
});
afterAll(() => app.close());

interface Line {
  id: string;
  name: string;
  phoneKind: string;
  phone: string;
  phoneShown: string;
  verifiedOn: string;
  verifyBy: string;
  published: boolean;
  verifiedByName: string | null;
}
const faults = (answer: { errors?: Array<{ extensions: { details?: Record<string, unknown> } }> }) =>
  answer.errors?.[0]?.extensions.details?.['fields'];
const fields = 'id name phoneKind phone phoneShown verifiedOn verifyBy';
const managed = `${fields} published verifiedByName`;
const onTheSite = async () =>
  (await app.graphql<{ helpLines: Line[] }>(`{ helpLines { ${fields} } }`)).data.helpLines.map(({ name }) => name);
const create = (input: object, asking = keeper) =>
  app.graphql<{ createHelpLine: Line }>(
    `mutation ($input: HelpLineInput!) { createHelpLine(input: $input) { ${managed} } }`,
    { input },
    asking,
  );
const change = (name: string, id: string, more = '', variables = {}) =>
  app.graphql<Record<string, Line>>(
    `mutation ($id: ID!${more && `, ${more.split('|')[0]}`}) { ${name}(id: $id${more && `, ${more.split('|')[1]}`}) { ${managed} } }`,
    { id, ...variables },
    keeper,
  );
const publish = (id: string, published: boolean) =>
  change('publishHelpLine', id, '$published: Boolean!|published: $published', { published });

test('everybody is told where to call, in the order in which pages name it', async () => {
  expect(await onTheSite()).toEqual(shippedHelpLines.map(({ name }) => name));
});

test('a line is added by whoever compared it with its source, and is on the site when it is put there', async () => {
  const { data } = await create(helpLineInput());
  expect(data.createHelpLine).toMatchObject({
    ...{ phone: '+13105550142', phoneShown: '1-310-555-0142', published: false, verifiedByName: 'Mo' },
    ...{ verifiedOn: '2026-12-01', verifyBy: '2027-03-01' },
  });
  expect(await onTheSite()).not.toContain('Night line');
  await publish(data.createHelpLine.id, true);
  expect(await onTheSite()).toContain('Night line');
  await publish(data.createHelpLine.id, false);
  expect(await onTheSite()).not.toContain('Night line');
});

test('a short code is a number of its own kind, and is never made a telephone number', async () => {
  const { data } = await create(helpLineInput({ phoneKind: 'SHORT_CODE', phone: '9-8-8', textNumber: '741 741' }));
  expect(data.createHelpLine).toMatchObject({ phoneKind: 'SHORT_CODE', phone: '988', phoneShown: '988' });
  expect(faults(await create(helpLineInput({ phone: '988' })))).toEqual({ phone: 'not-a-number' });
  expect(faults(await create(helpLineInput({ phoneKind: 'SHORT_CODE', phone: '+13105550142' })))).toEqual({
    phone: 'not-a-number',
  });
});

test('what cannot be true of a line is named at its field', async () => {
  const wrong = {
    allDay: false,
    chatUrl: 'http://chat.example.org',
    sourceUrl: 'http://a.example',
    verifyBy: '2029-01-01',
  };
  expect(faults(await create(helpLineInput(wrong)))).toEqual({
    hours: 'required',
    chatUrl: 'not-a-web-address',
    sourceUrl: 'not-a-web-address',
    verifyBy: 'too-late',
  });
});

test('nobody but those who look after them writes them', async () => {
  for (const role of ['organizer', 'finance'] as const) {
    const { cookie } = await app.signedIn({ role });
    expect(refusal(await create(helpLineInput(), { cookie }))).toBe('NOT_ALLOWED');
  }
  const advocate = await app.signedIn({ role: 'advocate' });
  expect((await create(helpLineInput(), advocate)).errors).toBeUndefined();
});

test('the last line of its kind stays on the site, whoever would take it off', async () => {
  const ids = async (emergencies: boolean) =>
    (
      await app.db.query<{ id: string }>(
        'SELECT id FROM learning.help_line WHERE published AND for_emergencies = $1 ORDER BY position',
        [emergencies],
      )
    ).map(({ id }) => id);
  expect(refusal(await publish((await ids(true))[0]!, false))).toBe('LAST_HELP_LINE');
  const others = await ids(false);
  // Both at once: one of them is the last, and stays.
  const answers = await Promise.all(others.map((id) => publish(id, false)));
  expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'yes').sort()).toEqual([
    'LAST_HELP_LINE',
    ...others.slice(1).map(() => 'yes'),
  ]);
  for (const id of others) await publish(id, true);
});

test('a release brings what is newer, and keeps what was checked later, changed or taken off where it is in use', async () => {
  const code = 'missing-children';
  const now = async () =>
    (await app.db.query(`SELECT name, published FROM learning.help_line WHERE code = $1`, [code]))[0];
  await asOwner(
    app,
    `UPDATE learning.help_line SET name = 'Ours', verified_on = '2026-12-01', published = false WHERE code = '${code}'`,
  );
  await inOwnersTransaction(app, writeHelpLines);
  expect(await now()).toEqual({ name: 'Ours', published: false });
  await asOwner(app, `UPDATE learning.help_line SET verified_on = '2020-01-01' WHERE code = '${code}'`);
  await inOwnersTransaction(app, writeHelpLines);
  expect(await now()).toEqual({ name: 'Missing & Exploited Children', published: false });
  await asOwner(app, `UPDATE learning.help_line SET published = true WHERE code = '${code}'`);
});

test('the database keeps no line whose number is none', async () => {
  const id = await aHelpLine(app.db);
  for (const wrong of [`phone = '911'`, `phone_kind = 'short_code'`, `text_number = '1'`, `verify_by = '2019-01-01'`]) {
    await expect(app.db.query(`UPDATE learning.help_line SET ${wrong} WHERE id = $1`, [id])).rejects.toThrow(/check/);
  }
});
