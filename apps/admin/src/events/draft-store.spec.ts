import { draftKey, dropDraft, readDraft, writeDraft } from './draft-store.js';
import { emptyValues } from './event-form-values.js';

const values = emptyValues({ id: 'la', timeZone: 'America/Los_Angeles' }, 'Volunteer');
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
  expect(writeDraft(draftKey('rosa'), values, now, storage)).toEqual(now);
  expect(readDraft(draftKey('rosa'), storage)).toEqual({ savedAt: now.toISOString(), values });
  expect(readDraft(draftKey('ana'), storage)).toBeNull();
  expect(readDraft(draftKey('rosa', 'e1'), storage)).toBeNull();
  dropDraft(draftKey('rosa'), storage);
  expect(readDraft(draftKey('rosa'), storage)).toBeNull();
});

test('a device that keeps nothing does not break the form', () => {
  expect(writeDraft('key', values, now, aStorage(true))).toBeNull();
});

test.each(['not JSON', '{}', '{"savedAt":"x","values":{}}', 'null'])('%s is no draft', (text) => {
  const storage = aStorage();
  storage.setItem('key', text);
  expect(readDraft('key', storage)).toBeNull();
});
