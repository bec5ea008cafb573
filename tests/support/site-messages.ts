import { Secrets } from '@upstander/platform';
import { randomBytes } from 'node:crypto';
import type { TestApp } from './app.js';

export const messageWords = { name: 'Dana Whitfield', body: 'May I bring my class?', language: 'EN' };

/** Returns the token of a form opened a minute ago. */
export function aMessageForm(app: TestApp, secondsAgo = 60): string {
  return app.nest.get(Secrets).seal('site-message-form', String(app.clock.now().valueOf() - secondsAgo * 1000));
}

export async function aSiteMessage(app: TestApp, chapterId: string | null, name = messageWords.name): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO outreach.site_message (chapter_id, name, email, body, language, form_hash, received_at)
     VALUES ($1, $2, 'dana@example.org', $3, 'en', $4, $5) RETURNING id`,
    [chapterId, name, messageWords.body, randomBytes(32), app.clock.now()],
  );
  return row!.id;
}
