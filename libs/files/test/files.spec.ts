import sharp from 'sharp';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { campaignOperations as does, Desk } from '@upstander/tests/support/campaigns.js';
import { deflateSync } from 'node:zlib';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now);
});
afterAll(() => desk.close());

type DeskRole = Parameters<Desk['cookie']>[0];

const upload = async (who: DeskRole, purpose: string, body: Buffer | string, type: string) => {
  const cookie = desk.cookie(who);
  const answer = await fetch(`${desk.app.url}/files?purpose=${purpose}`, {
    method: 'POST',
    headers: { 'content-type': type, ...(cookie && { cookie, 'sec-fetch-site': 'same-origin' }) },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  const said = (await answer.json()) as { id: string; url: string; width: number; height: number; code?: string };
  return { status: answer.status, ...said };
};

const get = (who: DeskRole, path: string, headers: Record<string, string> = {}) =>
  fetch(`${desk.app.url}${path}`, { headers: { ...headers, ...(desk.cookie(who) && { cookie: desk.cookie(who)! }) } });

/** Creates a photo as phones do: rotated, with the place and owner in its metadata. */
async function aPhotograph(): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#1f5c4a' } })
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Zenobia Quill', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 3/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '118/1 14/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

/** Creates a PNG of a few kilobytes that declares this width and height. */
function aBomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * Math.min(side, 4000)));
  const magic = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([magic, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

describe('a picture of a campaign', () => {
  test('is redrawn upright, resized and stripped of its metadata', async () => {
    const photograph = await aPhotograph();
    // Control: the original contains the name and place.
    expect(photograph.includes('Zenobia Quill')).toBe(true);
    expect((await sharp(photograph).metadata()).exif).toBeDefined();
    const { status, id, url, width, height } = await upload('organizer', 'cover', photograph, 'image/jpeg');
    expect({ status, url, width, height }).toEqual({ status: 201, url: `/files/${id}`, width: 800, height: 1600 });
    const answer = await get('organizer', url);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-type')).toBe('image/webp');
    const kept = await sharp(bytes).metadata();
    expect(kept).toMatchObject({ format: 'webp', width: 800, height: 1600 });
    expect([kept.exif, kept.iptc, kept.xmp, kept.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(bytes.includes('Zenobia Quill')).toBe(false);
  });

  test('is public and cached by browsers once its campaign is public', async () => {
    const small = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { id, url } = await upload('organizer', 'cover', small, 'image/png');
    expect((await get('nobody', url)).status).toBe(404);
    const draft = await desk.draft();
    const cover = { id: draft.id, fileId: id };
    expect(await desk.faults('organizer', does.cover, { input: cover })).toEqual({ alt: 'required' });
    const shown = await desk.does('organizer', does.cover, { input: { ...cover, alt: 'A red bed' } });
    expect(shown['cover']).toEqual({ url, width: 40, height: 20, alt: 'A red bed' });
    expect((await get('nobody', url)).status).toBe(404);
    expect((await get('organizer', url)).headers.get('cache-control')).toBe('private, no-store');
    await desk.does('organizer', does.submit, { input: { id: draft.id } });
    await desk.does('moderator', does.approve, { input: { id: draft.id } });
    const answer = await get('nobody', url);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    const again = await get('nobody', url, { 'if-none-match': answer.headers.get('etag')! });
    expect(again.status).toBe(304);
    await desk.does('organizer', does.cover, { input: { id: draft.id, fileId: null } });
    expect((await get('nobody', url)).status).toBe(404);
  });

  test.each([
    ['plain text', Buffer.from('not a picture'), 'image/png'],
    ['an empty file', Buffer.alloc(0), 'image/png'],
    ['a script sent as a picture', Buffer.from('<script>alert(1)</script>'), 'image/jpeg'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png'],
    ['an SVG after a byte order mark and spaces', Buffer.from('\ufeff \n<?xml version="1.0"?><svg/>'), 'image/png'],
    ['a truncated picture', Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]), 'image/png'],
    ['a PDF', Buffer.from('%PDF-1.4'), 'application/pdf'],
  ])('cannot be %s', async (_, body, type) => {
    expect(await upload('organizer', 'cover', body, type)).toMatchObject({ status: 400, code: 'FILE_NOT_READABLE' });
  });

  test('is rejected if it decompresses to more than fits in memory', async () => {
    const bomb = aBomb(20_000);
    expect(bomb.length).toBeLessThan(64 * 1024);
    expect(await upload('organizer', 'cover', bomb, 'image/png')).toMatchObject({
      status: 400,
      code: 'FILE_NOT_READABLE',
    });
    // Control: a picture made the same way within the limit is accepted.
    expect(await upload('organizer', 'cover', aBomb(800), 'image/png')).toMatchObject({ status: 201, width: 800 });
  });

  test('is accepted only from authorized staff, up to the size limit and in an allowed type', async () => {
    const small = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(await upload('nobody', 'cover', small, 'image/png')).toMatchObject({ status: 401 });
    const { cookie } = await desk.app.signedIn({ role: 'volunteer' });
    const refused = await fetch(`${desk.app.url}/files?purpose=cover`, {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'image/png' },
      body: new Uint8Array(small),
    });
    expect(refused.status).toBe(403);
    const large = await upload('organizer', 'cover', Buffer.alloc(10 * 1024 * 1024 + 1, 1), 'image/png');
    expect(large).toMatchObject({ status: 400, code: 'FILE_TOO_LARGE' });
    expect(await upload('organizer', 'cover', small, 'application/x-msdownload')).toMatchObject({ status: 415 });
    expect(await upload('organizer', 'selfie', small, 'image/png')).toMatchObject({ status: 400, code: 'BAD_INPUT' });
    expect(await upload('organizer', 'evidence', small, 'image/png')).toMatchObject({ status: 403 });
  });
});

describe('a document', () => {
  const paper = '%PDF-1.4 we agree';

  test('of a consent is stored byte for byte for finance staff only', async () => {
    const { url } = await upload('finance', 'consent', paper, 'application/pdf');
    const answer = await get('second', url);
    expect(await answer.text()).toBe(paper);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="evidence.pdf"');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    for (const who of ['nobody', 'organizer', 'moderator'] as const) expect((await get(who, url)).status).toBe(404);
  });

  test('that proves a payment becomes public once a second person has approved the payment', async () => {
    const { id: fileId, url } = await upload('finance', 'evidence', paper, 'application/pdf');
    const { id: campaignId } = await aCampaign(desk.app.db, { chapterId: desk.chapterId });
    const publicStatus = async () => (await get('nobody', url)).status;
    const [payment] = await desk.app.db.query<{ id: string }>(
      `INSERT INTO fundraising.disbursement (campaign_id, beneficiary_id, amount_minor, currency, paid_on, evidence_file_id,
         status, recorded_by, recorded_at)
       SELECT id, beneficiary_id, 100, currency, '2026-10-19', $2, 'proposed', $3, $4 FROM fundraising.campaign WHERE id = $1
       RETURNING id`,
      [campaignId, fileId, desk.accounts.finance.accountId, now],
    );
    expect(await publicStatus()).toBe(404);
    await desk.app.db.query(
      `UPDATE fundraising.disbursement SET status = 'approved', decided_by = $2, decided_at = $3 WHERE id = $1`,
      [payment!.id, desk.accounts.second.accountId, now],
    );
    expect(await publicStatus()).toBe(200);
  });

  test('with an unknown ID is not found', async () => {
    for (const id of ['nonsense', '3f0e8a52-1111-4111-8111-111111111111']) {
      expect((await get('finance', `/files/${id}`)).status).toBe(404);
    }
  });
});
