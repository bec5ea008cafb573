import { shippedHelpLines, writeHelpLines } from '@upstander/db';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aHelpLine, helpLineInput } from '@upstander/tests/support/help.js';
import { runAsOwner, inOwnerTransaction } from '@upstander/tests/support/tampering.js';

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
const faultsOf = (answer: { errors?: Array<{ extensions: { details?: Record<string, unknown> } }> }) =>
  answer.errors?.[0]?.extensions.details?.['fields'];
const fields = 'id name phoneKind phone phoneShown verifiedOn verifyBy';
const managedFields = `${fields} published verifiedByName`;
const listPublished = async () =>
  (await app.graphql<{ helpLines: Line[] }>(`{ helpLines { ${fields} } }`)).data.helpLines.map(({ name }) => name);
const create = (input: object, asking = keeper) =>
  app.graphql<{ createHelpLine: Line }>(
    `mutation ($input: HelpLineInput!) { createHelpLine(input: $input) { ${managedFields} } }`,
    { input },
    asking,
  );
const change = (name: string, id: string, more = '', variables = {}) =>
  app.graphql<Record<string, Line>>(
    `mutation ($id: ID!${more && `, ${more.split('|')[0]}`}) { ${name}(id: $id${more && `, ${more.split('|')[1]}`}) { ${managedFields} } }`,
    { id, ...variables },
    keeper,
  );
const publish = (id: string, published: boolean) =>
  change('publishHelpLine', id, '$published: Boolean!|published: $published', { published });

test('lists the help lines in display order', async () => {
  expect(await listPublished()).toEqual(shippedHelpLines.map(({ name }) => name));
});

test('publishes a new line once a second person approves', async () => {
  const { data } = await create(helpLineInput());
  expect(data.createHelpLine).toMatchObject({
    phone: '+13105550142',
    phoneShown: '1-310-555-0142',
    published: false,
    verifiedByName: 'Mo',
    verifiedOn: '2026-12-01',
    verifyBy: '2027-03-01',
  });
  expect(await listPublished()).not.toContain('Night line');
  const { id } = data.createHelpLine;
  await publish(id, true);
  expect(await listPublished()).not.toContain('Night line');
  await approve(await findPendingChange(id), await app.signedIn({ role: 'advocate' }));
  expect(await listPublished()).toContain('Night line');
  await runAsOwner(app, `UPDATE learning.help_line SET published = false WHERE id = '${id}'`);
});

test('accepts a short code as its own kind and never converts it to a phone number', async () => {
  const { data } = await create(helpLineInput({ phoneKind: 'SHORT_CODE', phone: '9-8-8', textNumber: '741 741' }));
  expect(data.createHelpLine).toMatchObject({ phoneKind: 'SHORT_CODE', phone: '988', phoneShown: '988' });
  expect(faultsOf(await create(helpLineInput({ phone: '988' })))).toEqual({ phone: 'not-a-number' });
  expect(faultsOf(await create(helpLineInput({ phoneKind: 'SHORT_CODE', phone: '+13105550142' })))).toEqual({
    phone: 'not-a-number',
  });
});

test('names the field of each invalid value', async () => {
  const invalid = {
    allDay: false,
    chatUrl: 'http://chat.example.org',
    sourceUrl: 'http://a.example',
    verifyBy: '2029-01-01',
  };
  expect(faultsOf(await create(helpLineInput(invalid)))).toEqual({
    hours: 'required',
    chatUrl: 'not-a-web-address',
    sourceUrl: 'not-a-web-address',
    verifyBy: 'too-late',
  });
});

test('refuses changes by other roles', async () => {
  for (const role of ['organizer', 'finance'] as const) {
    const { cookie } = await app.signedIn({ role });
    expect(refusal(await create(helpLineInput(), { cookie }))).toBe('NOT_ALLOWED');
  }
  const advocate = await app.signedIn({ role: 'advocate' });
  expect((await create(helpLineInput(), advocate)).errors).toBeUndefined();
});

const edit = (id: string, parts: Record<string, unknown>, asking = keeper) =>
  app.graphql<Record<string, Line>>(
    `mutation ($id: ID!, $input: HelpLineInput!) { updateHelpLine(id: $id, input: $input) { ${managedFields} } }`,
    { id, input: helpLineInput(parts) },
    asking,
  );
const decide = (name: 'approveHelpLineChange' | 'declineHelpLineChange', id: string, asking: { cookie: string }) =>
  app.graphql<Record<string, Line>>(`mutation ($id: ID!) { ${name}(id: $id) { ${managedFields} } }`, { id }, asking);
const approve = (id: string, asking: { cookie: string }) => decide('approveHelpLineChange', id, asking);
const findPendingChange = async (lineId: string): Promise<string> =>
  (
    await app.db.query<{ id: string }>(
      'SELECT id FROM learning.help_line_change WHERE help_line_id = $1 AND decision IS NULL',
      [lineId],
    )
  )[0]!.id;
const phoneOf = async (id: string) =>
  (await app.graphql<{ helpLines: Line[] }>(`{ helpLines { ${fields} } }`)).data.helpLines.find(
    (line) => line.id === id,
  )?.phone;

describe('a line on the site', () => {
  let id: string;
  let second: { cookie: string };
  beforeEach(async () => {
    id = await aHelpLine(app, { published: true });
    second = await app.signedIn({ name: 'Ada', role: 'advocate' });
  });
  afterEach(() => runAsOwner(app, `UPDATE learning.help_line SET published = false WHERE id = '${id}'`));

  test('changes once a second person approves, and shows the proposed values until then', async () => {
    await edit(id, { phone: '(310) 555-0199' });
    expect(await phoneOf(id)).toBe('+13105550143');
    const query = '{ allHelpLines { id change { kind requestedByName isMine proposed { phoneShown } } } }';
    const { data } = await app.graphql<{ allHelpLines: Array<{ id: string; change: object }> }>(query, {}, second);
    expect(data.allHelpLines.find((line) => line.id === id)?.change).toEqual({
      kind: 'EDIT',
      requestedByName: 'Mo',
      isMine: false,
      proposed: { phoneShown: '1-310-555-0199' },
    });
    expect((await approve(await findPendingChange(id), second)).errors).toBeUndefined();
    expect(await phoneOf(id)).toBe('+13105550199');
  });

  test('is not changed by one person approving their own request, nor by an account they created', async () => {
    await edit(id, { phone: '(310) 555-0199' });
    const change = await findPendingChange(id);
    expect(refusal(await approve(change, keeper))).toBe('SECOND_PERSON_NEEDED');
    const puppet = await app.signedIn({ role: 'moderator' });
    await app.db.query('UPDATE identity.account SET created_at = now() WHERE id = $1', [puppet.accountId]);
    await app.db.query('UPDATE identity.account SET created_at = $2 WHERE id = $1', [
      puppet.accountId,
      app.clock.now(),
    ]);
    expect(refusal(await approve(change, puppet))).toBe('NOT_TWO_PEOPLE');
    expect(await phoneOf(id)).toBe('+13105550143');
  });

  test('is removed once by two people, and can be restored by one', async () => {
    expect((await publish(id, false)).data['publishHelpLine']).toMatchObject({ published: true });
    const change = await findPendingChange(id);
    // Both approve at the same time.
    const others = [second, await app.signedIn({ role: 'moderator' })];
    const answers = await Promise.all(others.map((asking) => approve(change, asking)));
    expect(answers.map((answer) => refusal(answer))).toEqual([null, null]);
    expect(await phoneOf(id)).toBeUndefined();
    expect((await publish(id, true)).data['publishHelpLine']).toMatchObject({ published: true });
    expect(await phoneOf(id)).toBe('+13105550143');
  });

  test('needs a second person after an edit of the removed line', async () => {
    await publish(id, false);
    await approve(await findPendingChange(id), second);
    await edit(id, { phone: '(310) 555-0100' });
    await publish(id, true);
    expect(await phoneOf(id)).toBeUndefined();
    // Only the version that the second person read is approved.
    const firstChange = await findPendingChange(id);
    await edit(id, { phone: '(310) 555-0101' });
    expect(refusal(await approve(firstChange, second))).toBe('HELP_LINE_CHANGE_DECIDED');
  });

  test('takes one request at a time and refuses a concurrent one', async () => {
    const answers = await Promise.all([
      publish(id, false),
      app.graphql('mutation ($id: ID!) { publishHelpLine(id: $id, published: false) { id } }', { id }, second),
    ]);
    expect(answers.map((answer) => refusal(answer)).sort()).toEqual(['HELP_LINE_CHANGE_WAITING', null].sort());
    expect(await phoneOf(id)).toBe('+13105550143');
  });

  test('stays unchanged if the change is declined or withdrawn', async () => {
    await publish(id, false);
    await decide('declineHelpLineChange', await findPendingChange(id), second);
    await edit(id, { phone: '(310) 555-0199' });
    const change = await findPendingChange(id);
    await decide('declineHelpLineChange', change, keeper);
    expect(refusal(await approve(change, second))).toBe('HELP_LINE_CHANGE_DECIDED');
    expect(await phoneOf(id)).toBe('+13105550143');
  });

  test('can be verified with one click, and its source changes without approval', async () => {
    expect((await change('verifyHelpLine', id)).data['verifyHelpLine']).toMatchObject({ verifiedOn: '2026-12-01' });
    const { data } = await app.graphql<{ allHelpLines: Array<Record<string, unknown> & { id: string }> }>(
      `{ allHelpLines { id name nameEs about aboutEs phone phoneShown } }`,
      {},
      keeper,
    );
    const { id: _, ...same } = data.allHelpLines.find((line) => line.id === id)!;
    await edit(id, { ...same, sourceUrl: 'https://day.example.org/contact' });
    const [row] = await app.db.query('SELECT source_url FROM learning.help_line WHERE id = $1', [id]);
    expect(row).toEqual({ source_url: 'https://day.example.org/contact' });
  });

  test.each([
    ['a new number', `phone = '+13105550166'`],
    ['a removal', `published = false, removed_at = now()`],
    [
      'a removal by a made-up change',
      `published = false, change_id = (SELECT id FROM learning.help_line_change LIMIT 1)`,
    ],
    ['another place in the list', 'position = 1'],
  ])('is protected by the database: %s', async (_, sql) => {
    await expect(app.db.query(`UPDATE learning.help_line SET ${sql} WHERE id = $1`, [id])).rejects.toThrow(
      /by two people/,
    );
  });

  test('is protected by the database: an approval by the requester, and one that is used twice', async () => {
    await publish(id, false);
    const change = await findPendingChange(id);
    const approved = `UPDATE learning.help_line_change SET decision = 'approved', decided_by = requested_by, decided_at = now() WHERE id = $1`;
    await expect(app.db.query(approved, [change])).rejects.toThrow(/by two people/);
    await approve(change, second);
    await expect(
      app.db.query('UPDATE learning.help_line_change SET applied = false WHERE id = $1', [change]),
    ).rejects.toThrow(/stays as it was/);
    await expect(app.db.query('DELETE FROM learning.help_line WHERE id = $1', [id])).resolves.toBeDefined();
  });
});

describe('the national lines', () => {
  const nationals = () =>
    app.db.query<{ id: string; phone: string }>('SELECT id, phone FROM learning.help_line WHERE national');

  test('are the hotline, the children’s line and the emergency number', async () => {
    expect((await nationals()).map(({ phone }) => phone).sort()).toEqual(['+18008435678', '+18883737888', '911']);
  });

  test('cannot be removed by anyone', async () => {
    for (const { id } of await nationals()) {
      expect(refusal(await publish(id, false))).toBe('NATIONAL_HELP_LINE');
      for (const sql of [
        'UPDATE learning.help_line SET published = false',
        'UPDATE learning.help_line SET national = false',
        'UPDATE learning.help_line SET for_emergencies = NOT for_emergencies',
      ]) {
        await expect(app.db.query(`${sql} WHERE id = $1`, [id])).rejects.toThrow(/national lines stay/);
      }
      await expect(app.db.query('DELETE FROM learning.help_line WHERE id = $1', [id])).rejects.toThrow(/not deleted/);
      await expect(
        runAsOwner(app, `UPDATE learning.help_line SET published = false WHERE id = '${id}'`),
      ).rejects.toThrow(/help_line_national/);
    }
  });

  test('count as unchecked until a person checks them', async () => {
    const findCheckedOn = async () =>
      (
        await app.graphql<{ helpLines: Array<{ checkedOn: string | null; national: boolean }> }>(
          '{ helpLines { checkedOn national } }',
        )
      ).data.helpLines
        .filter(({ national }) => national)
        .map((line) => line.checkedOn);
    expect(await findCheckedOn()).toEqual([null, null, null]);
    for (const { id } of await nationals()) await change('verifyHelpLine', id);
    expect(await findCheckedOn()).toEqual(['2026-12-01', '2026-12-01', '2026-12-01']);
    await runAsOwner(app, 'UPDATE learning.help_line SET checked_on = NULL WHERE national');
  });
});

test('updates a line with a release, but keeps one that staff checked later', async () => {
  const code = 'missing-children';
  const readLine = async () =>
    (await app.db.query(`SELECT name, published FROM learning.help_line WHERE code = $1`, [code]))[0];
  await runAsOwner(
    app,
    `UPDATE learning.help_line SET name = 'Ours', verified_on = '2026-12-01' WHERE code = '${code}'`,
  );
  await inOwnerTransaction(app, writeHelpLines);
  expect(await readLine()).toEqual({ name: 'Ours', published: true });
  await runAsOwner(app, `UPDATE learning.help_line SET verified_on = '2020-01-01' WHERE code = '${code}'`);
  await inOwnerTransaction(app, writeHelpLines);
  expect(await readLine()).toEqual({ name: 'Missing & Exploited Children', published: true });
});

test('rejects an invalid number in the database', async () => {
  const id = await aHelpLine(app);
  for (const assignment of [
    `phone = '911'`,
    `phone_kind = 'short_code'`,
    `text_number = '1'`,
    `verify_by = '2019-01-01'`,
  ]) {
    await expect(app.db.query(`UPDATE learning.help_line SET ${assignment} WHERE id = $1`, [id])).rejects.toThrow(
      /check/,
    );
  }
});
