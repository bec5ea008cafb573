import { NotifyEndingPhotoConsents } from '@upstander/outreach';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { followLink } from '../support/follow-link.js';
import { aPhoto, aPicture, photoOperations as does, photoWords, type ShownPhoto } from '../support/photos.js';
import { renderPendingEmails } from '../support/written-mails.js';

let app: TestApp;
let mo: { cookie: string; email: string };
let page = '';
let photo: ShownPhoto;
let token = '';

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-10-01T18:00:00Z');
  page = `/chapters/${(await aChapter(app.db)).slug}`;
  mo = await signedIn();
});
afterAll(() => app.close());

/** Sessions end over the months. */
const signedIn = () => app.signedIn({ role: 'moderator', name: 'Mo' });

async function acts<T = ShownPhoto>(
  query: string,
  variables: Record<string, unknown> = {},
  cookie?: string,
): Promise<T> {
  const { data, errors } = await app.graphql<Record<string, T>>(query, variables, cookie ? { cookie } : {});
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as T;
}
const mos = <T = ShownPhoto>(query: string, variables: Record<string, unknown> = {}) =>
  acts<T>(query, variables, mo.cookie);
const fetched = (path: string, cookie?: string) => fetch(`${app.url}${path}`, { headers: cookie ? { cookie } : {} });
const publicPhotos = () => acts<Array<{ id: string; mayShare: boolean }>>(does.ofPage, { page });
const send = (path: string, body: Buffer, type: string) =>
  fetch(`${app.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, cookie: mo.cookie, 'sec-fetch-site': 'same-origin' },
    body: new Uint8Array(body),
  });
const lookAfter = () => app.nest.get(NotifyEndingPhotoConsents).run();
const ask = (more: object = {}) =>
  mos(does.ask, {
    input: {
      photoId: photo.id,
      name: 'Ana Ruiz',
      email: 'ana@example.org',
      method: 'LINK',
      endsOn: '2026-12-31',
      forSharing: true,
      ...more,
    },
  });

test('Mo adds a photo, which stays hidden without consent and description', async () => {
  const answer = await send('/photos', await aPicture(), 'image/jpeg');
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as { id: string };
  photo = await mos(does.one, { id });
  expect(photo).toMatchObject({ status: 'INCOMPLETE', endsOn: null, consents: [] });
  photo = await mos(does.place, { id, page: `https://women.example${page}/?lang=es` });
  expect(photo.pages).toEqual([page]);
  expect(await publicPhotos()).toEqual([]);
  expect((await fetched(photo.url)).status).toBe(410);
  expect((await fetched(photo.url, mo.cookie)).status).toBe(200);
});

test('Mo must confirm that no one in it receives help', async () => {
  const { errors } = await app.graphql(
    does.update,
    { id: photo.id, input: { ...photoWords, confirmedNoClients: false } },
    mo,
  );
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_INPUT',
    details: { fields: { confirmedNoClients: 'required' } },
  });
  photo = await mos(does.update, { id: photo.id, input: photoWords });
  expect(photo.status).toBe('WAITING');
});

test('Ana gets an email, views the photo, and signs with her name', async () => {
  photo = await ask();
  expect(photo).toMatchObject({ status: 'WAITING', endsOn: '2026-12-31' });
  const [mail] = await renderPendingEmails(app, { recipient: 'ana@example.org' });
  expect(mail!.subject).toBe('May we show this photo?');
  token = /\/photo-consent\/([\w-]+)/.exec(mail!.text)![1]!;
  expect(await acts(does.mine, { token })).toMatchObject({ name: 'Ana Ruiz', agreedAt: null, isExpired: false });
  expect((await followLink(`${app.url}/asked-photos/${token}.webp`)).headers.get('content-type')).toBe('image/webp');
  expect(await publicPhotos()).toEqual([]);
  await acts(does.agree, { input: { token, name: 'Ana Ruiz' } });
  // An unsent email would now be outdated.
  expect(await renderPendingEmails(app, { recipient: 'ana@example.org' })).toEqual([]);
});

test('now it is public in two sizes, and browsers revalidate it each time', async () => {
  expect(await publicPhotos()).toMatchObject([{ id: photo.id, mayShare: true }]);
  const answer = await fetched(photo.url);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'image/webp',
    'public, no-cache',
  ]);
  const revalidated = await fetch(`${app.url}${photo.url}`, {
    headers: { 'if-none-match': answer.headers.get('etag')! },
  });
  expect(revalidated.status).toBe(304);
  const [large, small] = [await answer.arrayBuffer(), await (await fetched(photo.smallUrl)).arrayBuffer()];
  expect(small.byteLength).toBeLessThan(large.byteLength);
});

test('thirty days before the end Mo is notified once', async () => {
  app.clock.set('2026-11-30T18:00:00Z');
  mo = await signedIn();
  await lookAfter();
  expect(await renderPendingEmails(app, { recipient: mo.email })).toEqual([]);
  expect(await mos<number>(does.needYou)).toBe(0);
  app.clock.set('2026-12-01T18:00:00Z');
  await lookAfter();
  await lookAfter();
  const mails = await renderPendingEmails(app, { recipient: mo.email });
  expect(mails.map(({ subject }) => subject)).toEqual(['A photo consent expires soon']);
  expect(mails[0]!.text).toContain('December 31, 2026');
  expect(await mos<number>(does.needYou)).toBe(1);
  expect(await mos(does.one, { id: photo.id })).toMatchObject({ status: 'ENDING' });
});

test('the photo is shown on its last day and gone everywhere the day after', async () => {
  app.clock.set('2026-12-31T20:00:00Z');
  expect(await publicPhotos()).toHaveLength(1);
  app.clock.set('2027-01-01T20:00:00Z');
  mo = await signedIn();
  expect(await publicPhotos()).toEqual([]);
  for (const path of [photo.url, photo.smallUrl]) expect((await fetched(path)).status).toBe(410);
  expect((await fetch(`${app.url}${photo.url}`, { headers: { 'if-none-match': '*' } })).status).toBe(410);
  expect(await mos<number>(does.needYou)).toBe(1);
});

test('Ana agrees to another year without shared links', async () => {
  const { consents } = await mos(does.one, { id: photo.id });
  photo = await ask({ renewsId: consents[0]!.id, endsOn: '2027-12-31', forSharing: false });
  expect(photo.status).toBe('ENDED');
  const mail = (await renderPendingEmails(app, { recipient: 'ana@example.org' })).at(-1);
  token = /\/photo-consent\/([\w-]+)/.exec(mail!.text)![1]!;
  await acts(does.agree, { input: { token, name: 'Ana Ruiz' } });
  expect(await publicPhotos()).toMatchObject([{ mayShare: false }]);
  expect(await mos<number>(does.needYou)).toBe(0);
});

test('Bo is in it too, with a paper consent: the photo is hidden until it arrives', async () => {
  photo = await mos(does.ask, {
    input: { photoId: photo.id, name: 'Bo Lind', phone: '+13105550123', method: 'PAPER', endsOn: '2028-06-30' },
  });
  expect(await publicPhotos()).toEqual([]);
  const bo = photo.consents.find(({ name }) => name === 'Bo Lind')!;
  const uploaded = await send(`/photo-consents/${bo.id}/paper`, Buffer.from('%PDF-1.7 signed'), 'application/pdf');
  expect(uploaded.status).toBe(201);
  expect(await publicPhotos()).toHaveLength(1);
  const paper = await fetched(`/photo-consents/${bo.id}/paper`, mo.cookie);
  expect(await paper.text()).toBe('%PDF-1.7 signed');
  expect((await fetched(`/photo-consents/${bo.id}/paper`)).status).toBe(401);
});

test('Ana withdraws: the photo disappears immediately, Mo is notified, and her name is deleted', async () => {
  await acts(does.withdrawMine, { input: { token, forget: true } });
  expect(await publicPhotos()).toEqual([]);
  expect((await fetched(photo.url)).status).toBe(410);
  const subjects = (await renderPendingEmails(app, { recipient: mo.email })).map(({ subject }) => subject);
  expect(subjects).toContain('A photo is no longer shown');
  expect(await acts(does.mine, { token })).toBeNull();
  const { consents, status } = await mos(does.one, { id: photo.id });
  expect(status).toBe('WITHDRAWN');
  expect(consents.map(({ name }) => name)).toContain('—');
  const no = consents.find(({ withdrawnAt }) => withdrawnAt)!;
  const { errors } = await app.graphql(does.cancel, { id: no.id }, mo);
  expect(errors?.[0]?.extensions.code).toBe('PHOTO_CONSENT_GIVEN');
});

test('a year later nothing is left of it', async () => {
  app.clock.set('2027-12-31T20:00:00Z');
  mo = await signedIn();
  await app.runJob('keep-retention');
  expect(await mos(does.one, { id: photo.id })).not.toBeNull();
  app.clock.set('2028-12-31T20:00:00Z');
  mo = await signedIn();
  await app.runJob('keep-retention');
  expect(await mos(does.one, { id: photo.id })).toBeNull();
  expect(await app.db.query('SELECT id FROM outreach.photo_consent')).toEqual([]);
});

test('a photo that was never completed, and that no one was asked about, is deleted after 30 days', async () => {
  const { id } = await aPhoto(app);
  await app.db.query(`UPDATE outreach.photo SET alt_en = '' WHERE id = $1`, [id]);
  const added = app.clock.now().valueOf();
  const isThere = async () => (await app.db.query('SELECT FROM outreach.photo WHERE id = $1', [id])).length === 1;
  app.clock.set(new Date(added + 29 * 86_400_000));
  await app.runJob('keep-retention');
  expect(await isThere()).toBe(true);
  app.clock.set(new Date(added + 31 * 86_400_000));
  await app.runJob('keep-retention');
  expect(await isThere()).toBe(false);
});
