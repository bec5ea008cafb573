import type { Tx } from '@upstander/platform';
import { createHash } from 'node:crypto';
import { chapters, type ChapterKey } from './chapters.js';
import { idOf } from './random.js';

const HOUR = 3_600_000;

const messages: ReadonlyArray<
  [chapter: ChapterKey | null, name: string, language: 'en' | 'es', hours: number, body: string]
> = [
  ['la', 'Marisol Vega', 'es', 5, '¿Puedo llevar a mi hermana de 17 años a preparar mochilas?'],
  ['la', 'Greg Hanley', 'en', 30, 'Our bakery has bread left over every Friday. Can someone pick it up?'],
  ['ny', 'Tess Marlow', 'en', 52, 'I moved here from San Diego. Do I need to do the training again?'],
  [null, 'Jordan Pike', 'en', 20, 'I teach civics. Who do I ask about a speaker in March?'],
];
const siteMessages: ReadonlyArray<[chapter: ChapterKey, email: string, en: string, es: string]> = [
  ['la', 'organizer@demo.example', 'Events coordinator', 'Coordinación de eventos'],
  ['ny', 'organizer.ny@demo.example', 'Coordinator', 'Coordinación'],
];

export async function insertSiteMessages(tx: Tx, now: Date): Promise<void> {
  for (const [chapter, name, language, hours, body] of messages) {
    const email = `${name.split(' ')[0]!.toLowerCase()}@example.org`;
    const hash = createHash('sha256').update(body).digest();
    const at = new Date(now.valueOf() - hours * HOUR);
    await tx.query(
      `INSERT INTO outreach.site_message (id, chapter_id, name, email, body, language, form_hash, received_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [idOf('site message', name), chapter && chapters[chapter].id, name, email, body, language, hash, at],
    );
  }
  for (const [chapter, email, en, es] of siteMessages) {
    await tx.query(
      `INSERT INTO identity.chapter_person (chapter_id, account_id, role_en, role_es, created_at)
       SELECT $1, a.id, $3, $4, $5 FROM identity.account a WHERE a.email = $2`,
      [chapters[chapter].id, email, en, es, now],
    );
  }
}
