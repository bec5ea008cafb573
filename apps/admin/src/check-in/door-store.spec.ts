import type { Door } from './door.js';
import { changeDoor, isKept, readDoor } from './door-store.js';

test('where the browser keeps nothing, the page goes on with what it knows, and says that it is not kept', async () => {
  const door = { queue: [], people: [] } as unknown as Door;
  expect(await changeDoor('event', () => door)).toBe(door);
  expect(await changeDoor('event', (now) => now && { ...now, readAt: 'now' })).toEqual({ ...door, readAt: 'now' });
  expect(await readDoor('event')).toMatchObject({ readAt: 'now' });
  expect(isKept()).toBe(false);
});
