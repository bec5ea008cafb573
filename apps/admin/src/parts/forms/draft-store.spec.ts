import { draftKey, dropDraft, deleteAllDrafts, readDraft, writeDraft, type DraftLock } from './draft-store.js';

const event = { name: 'event', version: 1 };
const values = { title: 'Packing', shifts: [{ role: 'Volunteer' }] };
const whole = ({ shifts }: Partial<typeof values>) => Array.isArray(shifts);
const now = new Date('2026-11-25T10:00:00Z');

function aStorage(full = false): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (full) throw new Error('The storage is full.');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  } as unknown as Storage;
}

/** Fake lock that only opens with its own key. */
const lockOf = (owner: string): DraftLock => ({
  seal: async (text) => `${owner}:${Buffer.from(text).toString('base64')}`,
  open: async (sealed) => {
    if (!sealed.startsWith(`${owner}:`)) throw new Error('Another key.');
    return Buffer.from(sealed.slice(owner.length + 1), 'base64').toString();
  },
});
const lock = lockOf('rosa');

test('restores a draft the next day for the same user and event', async () => {
  const storage = aStorage();
  expect(await writeDraft(draftKey(event, 'rosa'), values, now, lock, storage)).toEqual(now);
  expect(await readDraft(draftKey(event, 'rosa'), whole, lock, storage)).toEqual({
    savedAt: now.toISOString(),
    values,
  });
  expect(await readDraft(draftKey(event, 'ana'), whole, lock, storage)).toBeNull();
  expect(await readDraft(draftKey(event, 'rosa', 'e1'), whole, lock, storage)).toBeNull();
  dropDraft(draftKey(event, 'rosa'), storage);
  expect(await readDraft(draftKey(event, 'rosa'), whole, lock, storage)).toBeNull();
});

test('separates drafts by form and version', () => {
  expect(draftKey({ name: 'event', version: 2 }, 'rosa')).not.toBe(draftKey(event, 'rosa'));
  expect(draftKey({ name: 'fundraiser', version: 1 }, 'rosa')).not.toBe(draftKey(event, 'rosa'));
});

test('works without storage', async () => {
  expect(await writeDraft('key', values, now, lock, aStorage(true))).toBeNull();
});

test.each(['not JSON', '{}', '{"savedAt":"x","values":{}}', 'null'])('ignores an invalid draft: %s', async (text) => {
  const storage = aStorage();
  storage.setItem('key', await lock.seal(text));
  expect(await readDraft('key', whole, lock, storage)).toBeNull();
});

test("encrypts drafts with the author's key", async () => {
  const storage = aStorage();
  const key = draftKey(event, 'rosa');
  await writeDraft(key, values, now, lock, storage);
  expect(storage.getItem(key)).not.toContain('Packing');
  expect(await readDraft(key, whole, lockOf('ana'), storage)).toBeNull();
});

test('deletes all drafts at sign-out and nothing else', async () => {
  const storage = aStorage();
  const keys = [draftKey(event, 'rosa'), draftKey({ name: 'fundraiser', version: 1 }, 'rosa', 'f1')];
  for (const key of keys) await writeDraft(key, values, now, lock, storage);
  storage.setItem('upstander.locale', 'es');
  deleteAllDrafts(storage);
  expect([...keys, 'upstander.locale'].map((key) => storage.getItem(key))).toEqual([null, null, 'es']);
});
