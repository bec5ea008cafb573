import { draftKey, dropDraft, readDraft, writeDraft } from './draft-store.js';

const event = { name: 'event', version: 1 };
const values = { title: 'Packing', shifts: [{ role: 'Volunteer' }] };
const whole = ({ shifts }: Partial<typeof values>) => Array.isArray(shifts);
const now = new Date('2026-11-25T10:00:00Z');

/** As much of a browser's storage as a draft needs. */
function aStorage(full = false): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new Error('The storage is full.');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
}

test('an unfinished event is there the next day, for the same person and the same event', () => {
  const storage = aStorage();
  expect(writeDraft(draftKey(event, 'rosa'), values, now, storage)).toEqual(now);
  expect(readDraft(draftKey(event, 'rosa'), whole, storage)).toEqual({ savedAt: now.toISOString(), values });
  expect(readDraft(draftKey(event, 'ana'), whole, storage)).toBeNull();
  expect(readDraft(draftKey(event, 'rosa', 'e1'), whole, storage)).toBeNull();
  dropDraft(draftKey(event, 'rosa'), storage);
  expect(readDraft(draftKey(event, 'rosa'), whole, storage)).toBeNull();
});

test('a form of another kind, or of another shape, has drafts of its own', () => {
  expect(draftKey({ name: 'event', version: 2 }, 'rosa')).not.toBe(draftKey(event, 'rosa'));
  expect(draftKey({ name: 'fundraiser', version: 1 }, 'rosa')).not.toBe(draftKey(event, 'rosa'));
});

test('a device that keeps nothing does not break the form', () => {
  expect(writeDraft('key', values, now, aStorage(true))).toBeNull();
});

test.each(['not JSON', '{}', '{"savedAt":"x","values":{}}', 'null'])('%s is no draft', (text) => {
  const storage = aStorage();
  storage.setItem('key', text);
  expect(readDraft('key', whole, storage)).toBeNull();
});
