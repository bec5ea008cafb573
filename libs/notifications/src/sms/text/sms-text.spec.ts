import { segmentsOf } from '@upstander/money';
import { composeSms, plainSms } from './sms-text.js';

test('replaces typographic punctuation, which would halve the room of a segment', () => {
  expect(plainSms('“You can’t” – 9:00\u202fAM…')).toBe('"You can\'t" - 9:00 AM...');
});

test('drops accents only if that saves a segment', () => {
  expect(plainSms('Nos vemos el sábado.')).toBe('Nos vemos el sábado.');
  const long = `Nos vemos el sábado. ${'Responde 1. '.repeat(10)}`;
  expect(plainSms(long)).toContain('sabado');
  expect(segmentsOf(plainSms(long)).segments).toBe(1);
});

test('shortens a long title to fit one segment with the name of the organization', () => {
  const write = (title: string) => `${title}, Sat, Dec 5, 9:00 AM. Reply 1 for yes, 2 if you can’t come.`;
  const title = 'Packing of  care kits for people who leave in a hurry and need everything, every Saturday';
  const body = composeSms('Women’s Rights Group', { title, write });
  expect(body).toMatch(/^Women's Rights Group: Packing of care kits .*\.\.\., Sat, Dec 5/);
  expect(segmentsOf(body).segments).toBe(1);
  expect(composeSms('Group', { title: 'Care kit packing', write })).toContain('Group: Care kit packing, Sat');
});

test('keeps the whole title if even a short one does not fit', () => {
  const write = (title: string) => `${title} ${'x'.repeat(160)}`;
  expect(composeSms('Group', { title: 'Packing of care kits', write })).toContain('Packing of care kits x');
});
