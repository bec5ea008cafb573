import { refusal, startApp, type TestApp } from '../support/app.js';
import { followLink } from '../support/follow-link.js';
import { minutes } from '../support/movable-clock.js';
import { peoplesData } from '../support/peoples-data.js';

/** An unattended session must not be enough to download or erase all data about a person. */
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.clock.set(new Date()));
afterAll(() => app.close());

/** Sessions in these tests used an app code; others get SIGN_IN_AGAIN. */
const staleCode = 'SECOND_STEP_AGAIN';

const { linkOf, myDataOf } = peoplesData(() => app);

const openMine = (asking: { cookie: string }) =>
  app.graphql<{ openMyData: { token: string } }>('mutation { openMyData { token } }', {}, asking);
const seenBy = async (token: string, asking: { cookie: string }) => {
  const { data } = await app.graphql<{ myData: { email: string } | null }>(
    'query ($token: String!) { myData(token: $token) { email } }',
    { token },
    asking,
  );
  return data.myData?.email ?? null;
};
test.each([
  ['export of all data', () => 'mutation { openMyData { token } }'],
  ['erasure as a volunteer', () => 'mutation { eraseMyVolunteer { ok } }'],
])('asks for a new sign-in before the %s', async (_, operation) => {
  const session = await app.signedIn({ role: 'volunteer' });
  app.clock.advance(minutes(16));
  expect(refusal(await app.graphql(operation(), {}, session))).toBe(staleCode);
});

test('asks for a new sign-in before the file about a volunteer', async () => {
  const { cookie } = await app.signedIn({ role: 'volunteer' });
  app.clock.advance(minutes(16));
  const answer = await fetch(`${app.url}/exports/my-volunteer.json`, { headers: { cookie } });
  expect(answer.ok).toBe(false);
  expect(await answer.text()).toContain(staleCode);
});

test('reports to pages if the sign-in is recent', async () => {
  const session = await app.signedIn({ role: 'volunteer' });
  const isRecent = async () => (await app.graphql('{ signedInRecently }', {}, session)).data;
  expect(await isRecent()).toEqual({ signedInRecently: true });
  app.clock.advance(minutes(16));
  expect(await isRecent()).toEqual({ signedInRecently: false });
});

test('a link opened in a session works in no other browser and only briefly', async () => {
  const session = await app.signedIn({ role: 'volunteer' });
  const other = await app.signedIn({ email: session.email });
  const { token } = (await openMine(session)).data.openMyData;
  expect(await seenBy(token, session)).toBe(session.email);
  expect(await seenBy(token, other)).toBeNull();
  expect((await myDataOf(token)).data.myData).toBeNull();
  const taken = await followLink(`${app.url}/my-data/${token}.zip`);
  expect(taken.headers.get('content-type')).not.toBe('application/zip');
  app.clock.advance(minutes(16));
  expect(await seenBy(token, session)).toBeNull();
});

test('a link opened in a session ends at sign-out', async () => {
  const session = await app.signedIn({ role: 'volunteer' });
  const { token } = (await openMine(session)).data.openMyData;
  await app.graphql('mutation { signOut { ok } }', {}, session);
  expect(await seenBy(token, session)).toBeNull();
});

test('an emailed link downloads once, and again within 15 minutes after a broken download', async () => {
  const token = await linkOf('takes-along@example.org');
  const typeOf = async () => {
    const answer = await followLink(`${app.url}/my-data/${token}.zip`);
    await answer.arrayBuffer();
    return answer.headers.get('content-type');
  };
  expect(await typeOf()).toBe('application/zip');
  app.clock.advance(minutes(14));
  expect(await typeOf()).toBe('application/zip');
  app.clock.advance(minutes(2));
  expect(await typeOf()).not.toBe('application/zip');
  const { data } = await app.graphql('query ($token: String!) { myData(token: $token) { canDownload } }', { token });
  expect(data).toEqual({ myData: { canDownload: false } });
});
