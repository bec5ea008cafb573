import { composeSms } from '@upstander/notifications';
import { eventPhrase, type SmsPhrase } from './signup-sms.js';
import { words } from './signup-sms.texts.generated.js';

/** Two segments have room for this many characters of GSM-7, or of UCS-2 if one is missing in it. */
const room = (text: string) => (/^[\x20-\x5a\x61-\x7a¡¿ñÑéÉ]*$/.test(text) ? 2 * 153 : 2 * 67);

const startsAt = new Date('2026-12-05T18:00:00Z');

const phrases = Object.keys(words.en) as SmsPhrase[];
test.each(phrases)('“%s” fits two segments in both languages, with a long title and name', (phrase) => {
  const title = 'Packing of care kits for people who leave in a hurry and need everything, every Saturday';
  for (const locale of ['en', 'es'] as const) {
    const body = eventPhrase(phrase, { title, timeZone: 'America/Los_Angeles', startsAt }, locale);
    const text = composeSms('Women’s Rights Group of Los Angeles', body);
    expect(text.length).toBeLessThanOrEqual(room(text));
  }
});
