import sharp from 'sharp';
import { Desk } from '@upstander/tests/support/campaigns.js';
import { aPage } from '@upstander/tests/support/factories.fundraising.js';
import { peoplesData } from '@upstander/tests/support/peoples-data.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now);
});
afterAll(() => desk.close());

const show = `query ($token: String!) { myPage(token: $token) { photo { url alt } edit { title photo { url alt } at note } } }`;
const remove = `mutation ($input: PageTokenInput!) { removeMyPagePhoto(input: $input) { photo { url } edit { at } } }`;
const edit = `mutation ($input: EditMyPageInput!) { editMyPage(input: $input) { edit { title photo { alt } } } }`;
const review = 'mutation ($input: ReviewEditInput!) { reviewPageEdit(input: $input) { title } }';
const setStatus = 'mutation ($input: SetPageStatusInput!) { setPageStatus(input: $input) { id } }';
const openPage = `query ($campaignSlug: String!, $slug: String!) {
  campaignPage(campaignSlug: $campaignSlug, slug: $slug) { photo { url width alt } }
}`;

interface Mine {
  photo: { url: string; alt: string } | null;
  edit: { title: string; photo: { url: string; alt: string } | null; at: string | null; note: string | null } | null;
}

async function aSupportersPage(parts: Parameters<typeof aPage>[1] = {}) {
  const page = await aPage(desk.app.db, { campaign: { chapterId: desk.chapterId }, now, ...parts });
  const [campaign] = await desk.app.db.query<{ slug: string }>('SELECT slug FROM fundraising.campaign WHERE id = $1', [
    page.campaignId,
  ]);
  const token = desk.token('page', page.id);
  return { ...page, token, campaignSlug: campaign!.slug };
}
type SupportersPage = Awaited<ReturnType<typeof aSupportersPage>>;

const picture = (color = '#355') =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: color } })
    .jpeg()
    .toBuffer();

/** Returns where the owner's browser is sent. */
async function upload({ token }: { token: string }, fields: Record<string, string> = {}, bytes?: Buffer) {
  const form = new FormData();
  const file = new Uint8Array(bytes ?? (await picture()));
  if (file.length > 0) form.append('photo', new Blob([file], { type: 'image/jpeg' }), 'me.jpg');
  for (const [name, value] of Object.entries({ alt: 'I run along the beach.', agreed: '1', ...fields }))
    form.append(name, value);
  const answer = await fetch(`${desk.app.url}/page-photos/${token}.webp`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  return [answer.status, answer.headers.get('location')?.split('?')[1] ?? null];
}
const mine = ({ token }: { token: string }) => desk.does<Mine>('nobody', show, { token });
const publicPhoto = async ({ campaignSlug, slug }: SupportersPage) =>
  (await desk.does<{ photo: { url: string; alt: string } | null }>('nobody', openPage, { campaignSlug, slug })).photo;
const statusOf = async (path: string | undefined, cookie?: string) =>
  (await fetch(desk.app.url + (path ?? '/files/none'), { ...(cookie && { headers: { cookie } }) })).status;
const decide = async (page: SupportersPage, approve: boolean) => {
  const { edit: pending } = await mine(page);
  return desk.does('organizer', review, {
    input: { id: page.id, approve, readAt: pending!.at, ...(!approve && { note: 'Too dark.' }) },
  });
};
const storedPhotos = async () =>
  (await desk.app.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM fundraising.file WHERE purpose = 'page'`))[0]!
    .n;

beforeEach(() => desk.app.db.query('DELETE FROM identity.rate_limit'));
afterEach(async () => {
  await desk.app.db.query(`UPDATE fundraising.page SET photo_file_id = NULL, edit = NULL`);
  expect(await storedPhotos()).toBe(0);
});

describe('the photo of a live page', () => {
  test('is public only after a review', async () => {
    const page = await aSupportersPage();
    expect(await upload(page)).toEqual([303, 'did=photo']);
    expect(await publicPhoto(page)).toBeNull();
    const { edit: pending } = await mine(page);
    expect(pending).toMatchObject({ title: 'Ten miles for beds', photo: { alt: 'I run along the beach.' } });
    expect(await statusOf(pending?.photo?.url)).toBe(404);
    expect(await statusOf(pending?.photo?.url, desk.cookie('organizer'))).toBe(200);
    expect(await statusOf(`/page-photos/${page.token}.webp`)).toBe(200);
    expect(await renderPendingEmails(desk.app, { template: 'page-submitted' })).not.toEqual([]);

    await decide(page, true);
    const photo = await publicPhoto(page);
    expect(photo).toEqual({ url: pending!.photo!.url, width: 40, alt: 'I run along the beach.' });
    const answer = await fetch(desk.app.url + photo!.url);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, no-cache']);
  });

  test('stays until its replacement is approved, and is deleted then', async () => {
    const page = await aSupportersPage();
    await upload(page);
    await decide(page, true);
    const before = await publicPhoto(page);
    await upload(page, { alt: 'At the finish line.' }, await picture('#a33'));
    expect(await publicPhoto(page)).toEqual(before);
    await decide(page, true);
    expect(await publicPhoto(page)).toMatchObject({ alt: 'At the finish line.' });
    expect(await statusOf(before?.url)).toBe(404);
    expect(await storedPhotos()).toBe(1);
  });

  test('awaits the same review as an edited text', async () => {
    const page = await aSupportersPage();
    await upload(page);
    const change = { token: page.token, title: 'Eleven miles for beds' };
    expect(await desk.does('nobody', edit, { input: change })).toEqual({
      edit: { title: 'Eleven miles for beds', photo: { alt: 'I run along the beach.' } },
    });
    await upload(page, { alt: 'At the finish line.' });
    expect((await mine(page)).edit).toMatchObject({ title: 'Eleven miles for beds' });
    expect(await storedPhotos()).toBe(1);
  });

  test('is deleted when it is declined, and its owner reads why', async () => {
    const page = await aSupportersPage();
    await upload(page);
    const url = (await mine(page)).edit?.photo?.url;
    await decide(page, false);
    expect((await mine(page)).edit).toMatchObject({ photo: null, note: 'Too dark.' });
    expect(await statusOf(url, desk.cookie('organizer'))).toBe(404);
  });

  test('is removed by its owner without a review, also while it awaits one', async () => {
    const page = await aSupportersPage();
    await upload(page);
    await decide(page, true);
    await upload(page, { alt: 'At the finish line.' });
    const { url } = (await publicPhoto(page))!;
    expect(await desk.does('nobody', remove, { input: { token: page.token } })).toEqual({ photo: null, edit: null });
    expect(await publicPhoto(page)).toBeNull();
    expect(await statusOf(url)).toBe(404);
    expect(await storedPhotos()).toBe(0);
  });

  test('is not served once the page is hidden', async () => {
    const page = await aSupportersPage();
    await upload(page);
    await decide(page, true);
    const { url } = (await publicPhoto(page))!;
    await desk.does('organizer', setStatus, { input: { id: page.id, status: 'HIDDEN' } });
    expect(await statusOf(url)).toBe(404);
    expect(await upload(page)).toEqual([303, 'refused=PAGE_STATUS']);
  });

  test('is deleted in an erasure of its owner', async () => {
    const page = await aSupportersPage({ ownerEmail: 'erased@example.org' });
    await upload(page);
    await decide(page, true);
    await upload(page);
    const people = peoplesData(() => desk.app);
    await people.erase(await people.linkOf('erased@example.org'));
    expect(await storedPhotos()).toBe(0);
  });
});

test('a page in review is approved only with the photo that was seen', async () => {
  const page = await aSupportersPage({ status: 'in_review' });
  desk.app.clock.set(new Date(now.valueOf() + 60_000));
  await upload(page);
  const approve = (readAt: Date) =>
    desk.refusal('organizer', setStatus, { input: { id: page.id, status: 'LIVE', readAt } });
  expect(await approve(now)).toBe('CHANGED_MEANWHILE');
  expect(await approve(desk.app.clock.now())).toBeNull();
  expect((await mine(page)).photo).toMatchObject({ alt: 'I run along the beach.' });
  desk.app.clock.set(now);
});

describe('an upload is refused', () => {
  test.each<[string, Record<string, string>, Buffer | undefined, string]>([
    ['without a photo', {}, Buffer.alloc(0), 'BAD_INPUT'],
    ['without a description', { alt: ' ' }, undefined, 'BAD_INPUT'],
    ['without the consent of the people in it', { agreed: '' }, undefined, 'BAD_INPUT'],
    ['if it is no picture', {}, Buffer.from('%PDF-1.7'), 'FILE_NOT_READABLE'],
  ])('%s', async (_, fields, bytes, code) => {
    const page = await aSupportersPage();
    expect(await upload(page, fields, bytes)).toEqual([303, `refused=${code}`]);
    expect(await mine(page)).toEqual({ photo: null, edit: null });
  });

  test('with the link of another page', async () => {
    expect(await upload({ token: 'x'.repeat(46) })).toEqual([404, null]);
    expect(await statusOf(`/page-photos/${'x'.repeat(46)}.webp`)).toBe(404);
  });

  test('as a form at any other address', async () => {
    const body = new FormData();
    body.append('photo', new Blob([new Uint8Array(await picture())]), 'me.jpg');
    const answer = await fetch(`${desk.app.url}/files?purpose=cover`, {
      method: 'POST',
      body,
      headers: { cookie: desk.cookie('organizer') ?? '', origin: desk.app.url },
    });
    expect(answer.status).toBe(415);
  });
});
