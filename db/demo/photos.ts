import type { Tx } from '@upstander/platform';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { createPaperDocument } from './fundraising/paper-document.js';
import { daysBefore } from './fundraising/days.js';
import { idOf } from './random.js';

const WIDTH = 1200;
const HEIGHT = 800;

export interface DemoPhoto {
  key: string;
  takenBy: string;
  alt: readonly [string, string];
  /** SVG of the whole picture. */
  drawing: string;
  size: readonly [width: number, height: number];
  /** Person, days until the consent ends, and type of signature; null if it is not signed yet. */
  consents: ReadonlyArray<{ name: string; inDays: number; signed: 'paper' | 'link' | null }>;
}

const person = (x: number, coat: string, skin: string) =>
  `<circle cx="${x}" cy="330" r="58" fill="${skin}"/><path d="M${x - 95} 640 q0 -230 95 -230 t95 230z" fill="${coat}"/>`;
const table = '<rect x="120" y="610" width="960" height="40" rx="10" fill="#7a5c46"/>';
const bagSvg = (x: number, color: string) =>
  `<rect x="${x}" y="520" width="90" height="100" rx="18" fill="${color}"/><path d="M${x + 22} 524 q23 -44 46 0" stroke="${color}" stroke-width="12" fill="none"/>`;

/** All drawn, so that no real person is shown. A drawing must not have a photo's caption, so no page shows these. */
const ideas: ReadonlyArray<Omit<DemoPhoto, 'takenBy' | 'size'>> = [
  {
    key: 'packing',
    alt: [
      'A drawing of three people who pack bags at a long table.',
      'Un dibujo de tres personas que llenan bolsas en una mesa larga.',
    ],
    drawing: `${person(330, '#2f6f73', '#c98f6b')}${person(600, '#8c3b4a', '#e8c9a8')}${person(870, '#c98f3f', '#7a4f36')}${table}${bagSvg(250, '#3f8b8f')}${bagSvg(520, '#54477a')}${bagSvg(800, '#5f7f5a')}`,
    consents: [
      { name: 'Lena Ortiz', inDays: 300, signed: 'link' },
      { name: 'Sam Whitlock', inDays: 420, signed: 'paper' },
    ],
  },
  {
    key: 'room',
    alt: [
      'A drawing of a bright meeting room with chairs in a circle.',
      'Un dibujo de una sala luminosa con sillas en círculo.',
    ],
    drawing: `<rect x="430" y="110" width="340" height="250" rx="8" fill="#fff6dc"/><path d="M600 110 v250 M430 235 h340" stroke="#d9c7a0" stroke-width="10"/>${[220, 400, 600, 800, 980].map((x, i) => `<rect x="${x - 45}" y="${500 + (i % 2) * 70}" width="90" height="24" rx="8" fill="#46635a"/><rect x="${x - 45}" y="${420 + (i % 2) * 70}" width="16" height="180" rx="6" fill="#46635a"/><rect x="${x + 29}" y="${510 + (i % 2) * 70}" width="14" height="90" rx="6" fill="#46635a"/>`).join('')}`,
    consents: [{ name: 'Priya Nair', inDays: 12, signed: 'paper' }],
  },
  {
    key: 'walk',
    alt: [
      'A drawing of two people with banners on a path by the sea.',
      'Un dibujo de dos personas con banderas en un camino junto al mar.',
    ],
    drawing: `<path d="M0 430 H1200 V560 H0Z" fill="#5b86a5"/><path d="M0 560 H1200 V800 H0Z" fill="#d9c19a"/>${person(460, '#54477a', '#e8c9a8')}${person(740, '#5f7f5a', '#7a4f36')}<path d="M560 250 v330 M640 250 v330" stroke="#7a5c46" stroke-width="10"/><rect x="560" y="240" width="80" height="60" fill="#f0a35d"/>`,
    consents: [{ name: 'Owen Hart', inDays: 200, signed: null }],
  },
];

function picture(drawing: string, width: number): Promise<Buffer> {
  return sharp(Buffer.from(drawing)).resize({ width }).webp({ quality: 80 }).toBuffer();
}

const scene = (drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#efe0c6"/><rect y="640" width="100%" height="160" fill="#d8c3a5"/>${drawing}</svg>`;

export async function insertPhotos(tx: Tx, now: Date): Promise<void> {
  for (const { drawing, ...idea } of ideas) {
    await insertPhoto(tx, now, { ...idea, drawing: scene(drawing), size: [WIDTH, HEIGHT], takenBy: 'Demo' });
  }
}

/** Returns the ID of the photo. */
export async function insertPhoto(tx: Tx, now: Date, photo: DemoPhoto): Promise<string> {
  const { key, alt, takenBy, drawing, size, consents } = photo;
  const at = daysBefore(now, 40);
  const signed = await createPaperDocument('Consent for a photo', ['I agree that this photo is shown.']);
  const id = idOf('photo', key);
  const bytes = await picture(drawing, size[0]);
  await tx.query(
    `INSERT INTO outreach.photo (id, alt_en, alt_es, taken_by, width, height, sha256, bytes, small_bytes, nobody_served_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      id,
      ...alt,
      takenBy,
      ...size,
      createHash('sha256').update(bytes).digest(),
      bytes,
      await picture(drawing, Math.min(size[0], 640)),
      at,
    ],
  );
  for (const consent of consents) {
    const isPaper = consent.signed === 'paper';
    await tx.query(
      `INSERT INTO outreach.photo_consent (id, photo_id, name, email, way, for_sharing, for_print, ends_on, signed_name, paper,
         paper_type, agreed_at, created_at)
       VALUES ($1, $2, $3, $4, $5, true, false, $6::date, $7, $8, $9, $10, $11)`,
      [
        idOf('photo consent', consent.name),
        id,
        consent.name,
        `${consent.name.split(' ')[0]!.toLowerCase()}@example.org`,
        isPaper ? 'paper' : 'link',
        daysBefore(now, -consent.inDays).toISOString().slice(0, 10),
        consent.signed === 'link' ? consent.name : null,
        isPaper ? signed.bytes : null,
        isPaper ? 'image/webp' : null,
        consent.signed ? at : null,
        at,
      ],
    );
  }
  return id;
}

/** A supporter's photo that awaits review with its page. */
export async function insertPagePhoto(tx: Tx, now: Date): Promise<void> {
  const drawing = scene(
    `${person(420, '#54477a', '#c98f6b')}<path d="M500 470 q60 -50 120 0 q60 -50 120 0 v110 q-60 -50 -120 0 q-60 -50 -120 0z" fill="#fffdf8" stroke="#7a5c46" stroke-width="8"/>${person(840, '#c98f3f', '#e8c9a8')}`,
  );
  const bytes = await picture(drawing, WIDTH);
  const at = daysBefore(now, 1);
  const id = idOf('file', 'page photo quinn-reads-aloud');
  await tx.query(
    `INSERT INTO fundraising.file (id, purpose, media_type, width, height, sha256, bytes, created_at)
     VALUES ($1, 'page', 'image/webp', $2, $3, $4, $5, $6)`,
    [id, WIDTH, HEIGHT, createHash('sha256').update(bytes).digest(), bytes, at],
  );
  await tx.query(
    `UPDATE fundraising.page SET photo_file_id = $1, photo_alt = $2, photo_agreed_at = $3, edit_at = $3
     WHERE slug = 'quinn-reads-aloud'`,
    [id, 'A drawing of two people with a big open book.', at],
  );
}
