import type { CheckInList } from './check-in-list.js';
import { changeDoor, isListPersisted, readDoor } from './check-in-list-store.js';

test("keeps the list in memory if the browser can't store it, and reports this", async () => {
  const door = { queue: [], people: [] } as unknown as CheckInList;
  expect(await changeDoor('event', () => door)).toBe(door);
  expect(await changeDoor('event', (now) => now && { ...now, readAt: 'now' })).toEqual({ ...door, readAt: 'now' });
  expect(await readDoor('event')).toMatchObject({ readAt: 'now' });
  expect(isListPersisted()).toBe(false);
});
