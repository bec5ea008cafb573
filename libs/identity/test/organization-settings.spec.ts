import { SettingsStore } from '@upstander/identity';
import { MailTemplates } from '@upstander/notifications';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { registerNoteTemplate } from '@upstander/tests/support/mails.js';
import { aPicture } from '@upstander/tests/support/photos.js';
import sharp from 'sharp';

const fields = `version name postalAddress taxId foundedYear board partners accountsUrl contactEmail contactPhone
  profileUrls actionColor giveColor languages logo { id url width height }
  history { version changedBy changes { field before after } }`;
const query = `{ organizationSettings { ${fields} } }`;
const update = `mutation ($input: OrganizationInput!, $version: Int!) {
  updateOrganization(input: $input, version: $version) { ${fields} } }`;
const shown = `{ organization { name postalAddress taxId foundedYear board contactPhone logo { url } } }`;

interface Settings {
  version: number;
  name: string;
  postalAddress: string;
  taxId: string | null;
  foundedYear: number | null;
  logo: { id: string; url: string; width: number; height: number } | null;
  history: Array<{ version: number; changedBy: string | null; changes: unknown[] }>;
}

const given = { name: 'Oak House', postalAddress: '1 Main St\nFresno, CA 93701' };
let app: TestApp;
let admin: { cookie: string };

beforeAll(async () => {
  app = await startApp({ config: { FOUNDED_YEAR: '2014', BOARD_MEMBERS: 'Alma Reyes, chair; Tom Becker' } });
});
afterAll(() => app.close());
beforeEach(async () => {
  admin = await app.signedIn({ role: 'admin', name: 'Ana Reyes' });
});

const find = async (person = admin) =>
  (await app.graphql<{ organizationSettings: Settings }>(query, {}, person)).data.organizationSettings;
const save = async (
  input: Record<string, unknown>,
  { version, person = admin }: { version?: number; person?: { cookie: string } } = {},
) =>
  app.graphql<{ updateOrganization: Settings }>(
    update,
    { input: { ...given, ...input }, version: version ?? (await find()).version },
    person,
  );
const organization = async (from = app) =>
  (await from.graphql<{ organization: Record<string, unknown> }>(shown)).data.organization;
const upload = (bytes: Buffer, type = 'image/png', cookie = admin.cookie) =>
  fetch(`${app.url}/logo`, {
    method: 'POST',
    headers: { 'content-type': type, cookie, 'sec-fetch-site': 'same-origin', 'apollo-require-preflight': 'true' },
    body: new Uint8Array(bytes),
  });

test('shows what an admin saved, and the environment’s values for everything else', async () => {
  const { data } = await save({ taxId: '123456789', foundedYear: null, contactPhone: '+1 213 555 0100' });
  expect(data.updateOrganization).toMatchObject({ ...given, taxId: '12-3456789', foundedYear: null });
  expect(await organization()).toMatchObject({
    ...given,
    taxId: '12-3456789',
    foundedYear: null,
    board: ['Alma Reyes, chair', 'Tom Becker'],
    contactPhone: '+12135550100',
  });
  const [stored] = await app.db.query<{ values: object }>(
    'SELECT values FROM identity.settings_version ORDER BY version DESC LIMIT 1',
  );
  // A later change of the environment applies to what no admin decided.
  expect(Object.keys(stored!.values)).not.toContain('BOARD_MEMBERS');
});

test('offers the chosen languages that are installed, and always English', async () => {
  const { data } = await save({ languages: ['pt'] });
  expect(data.updateOrganization).toMatchObject({ languages: ['en', 'pt'] });
  expect((await app.graphql(`{ organization { languages } }`)).data).toEqual({
    organization: { languages: ['en', 'pt'] },
  });
  const refused = await save({ languages: ['en', 'fr'] });
  expect(refused.errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_INPUT',
    details: { fields: { languages: 'not-a-language' } },
  });
});

test('records who changed what', async () => {
  await save({});
  const { data } = await save({ name: 'Elm House', board: ['Grace Kim, chair'] });
  expect(data.updateOrganization.history[0]).toEqual({
    version: data.updateOrganization.version,
    changedBy: 'Ana Reyes',
    changes: [
      { field: 'name', before: 'Oak House', after: 'Elm House' },
      { field: 'board', before: 'Alma Reyes, chair\nTom Becker', after: 'Grace Kim, chair' },
    ],
  });
});

test.each(['organizer', 'finance', 'moderator', 'advocate'] as const)(
  'hides the settings from the role %s',
  async (role) => {
    const person = await app.signedIn({ role });
    expect(refusal(await app.graphql(query, {}, person))).toBe('NOT_ALLOWED');
    expect(refusal(await app.graphql(update, { input: given, version: 0 }, person))).toBe('NOT_ALLOWED');
    expect((await upload(await aPicture(), 'image/jpeg', person.cookie)).status).toBe(403);
  },
);

test('refuses to overwrite what another admin saved meanwhile, and returns it', async () => {
  const { version } = await find();
  await save({ name: 'Birch House' }, { version, person: await app.signedIn({ role: 'admin', name: 'Ben Ortiz' }) });
  const answer = await save({ name: 'Oak Home' }, { version });
  expect(refusal(answer)).toBe('CHANGED_MEANWHILE');
  expect(answer.errors![0]!.extensions.details).toMatchObject({
    version: version + 1,
    changedBy: 'Ben Ortiz',
    values: { name: 'Birch House', board: ['Grace Kim, chair'] },
  });
  expect((await find()).name).toBe('Birch House');
});

test('saves only one of several concurrent changes of the same version', async () => {
  const { version } = await find();
  const answers = await Promise.all(
    ['one', 'two', 'three', 'four'].map((name) => save({ name: `House ${name}` }, { version })),
  );
  expect(answers.map(refusal).filter((code) => code === null)).toHaveLength(1);
  expect(new Set(answers.map(refusal))).toEqual(new Set([null, 'CHANGED_MEANWHILE']));
  expect((await find()).version).toBe(version + 1);
});

test('refuses a color that is too hard to read at its field, with its contrast and the nearest color that works', async () => {
  const answer = await save({ actionColor: '#4caf50', giveColor: '#c04000' });
  expect(refusal(answer)).toBe('BAD_INPUT');
  const { fields: refused, colors } = answer.errors![0]!.extensions.details as {
    fields: Record<string, string>;
    colors: Record<string, { ratio: number; nearest: string }>;
  };
  expect(refused).toEqual({ actionColor: 'low-contrast' });
  expect(colors['actionColor']!.ratio).toBeCloseTo(2.4, 1);
  const { nearest } = colors['actionColor']!;
  expect(refusal(await save({ actionColor: nearest }))).toBeNull();
});

test.each([
  ['taxId', '12-34567', 'not-an-ein'],
  ['actionColor', 'green', 'not-a-color'],
  ['accountsUrl', 'http://example.org/990.pdf', 'not-a-web-address'],
  ['profileUrls', ['javascript:alert(1)'], 'not-a-web-address'],
  ['foundedYear', 1492, 'out-of-range'],
  ['name', ' ', 'required'],
  ['logoId', '7a6f1f3e-0000-4000-8000-000000000000', 'not-there'],
  ['board', Array(31).fill('Grace Kim'), 'too-many'],
])('refuses %s at its field', async (field, value, reason) => {
  const answer = await save({ [field]: value });
  expect(answer.errors![0]!.extensions.details).toMatchObject({ fields: { [field]: reason } });
});

test('re-encodes a logo, and refuses files that are no pictures or too large', async () => {
  const saved = (await (await upload(await aPicture(1600, 400), 'image/jpeg')).json()) as { id: string; url: string };
  const { data } = await save({ logoId: saved.id });
  expect(data.updateOrganization.logo).toEqual({ ...saved, width: 800, height: 200 });
  expect(await organization()).toMatchObject({ logo: { url: saved.url } });
  const served = await fetch(app.url + saved.url);
  expect(served.headers.get('content-type')).toBe('image/png');
  expect(await sharp(Buffer.from(await served.arrayBuffer())).metadata()).toMatchObject({ format: 'png', width: 800 });
  expect((await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).status).toBe(400);
  expect((await upload(Buffer.from('%PDF-1.7'))).status).toBe(400);
  expect((await upload(Buffer.alloc(2 * 1024 * 1024 + 1))).status).toBe(400);
});

test('uses the saved name, address and color in emails', async () => {
  await save({ actionColor: '#5a2d82' });
  registerNoteTemplate(app);
  const template = app.nest.get(MailTemplates).find('a-note')!;
  const row = {
    id: 'one',
    key: 'a-note/1',
    subjectId: null,
    recipient: 'a@example.org',
    locale: 'en',
    data: {},
  } as never;
  const { html, text } = template.render((await template.load([row])).get('one')!, { id: 'one', locale: 'en' });
  expect(text).toContain('Oak House');
  expect(text).toContain('1 Main St\nFresno, CA 93701');
  expect(html).toContain('background:#5a2d82');
});

test('applies a change in another process without a restart, and keeps the values while the database is away', async () => {
  const other = await startApp({ database: app.database, config: { SETTINGS_CHECK_SECONDS: '1' } });
  try {
    let changes = 0;
    other.nest.get(SettingsStore).onChange(() => (changes += 1));
    await save({ name: 'Pine House' });
    await eventually(async () => (await organization(other))['name'] === 'Pine House');
    expect(changes).toBeGreaterThan(0);
    const broken = jest.spyOn(other.db, 'query').mockRejectedValue(new Error('away'));
    await other.nest.get(SettingsStore).refresh();
    broken.mockRestore();
    expect(other.config.ORGANIZATION_NAME).toBe('Pine House');
  } finally {
    await other.close();
  }
});
