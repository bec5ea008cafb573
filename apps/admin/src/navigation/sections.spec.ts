import type { Me } from '../session/me';
import { screenAt, sections, sectionsFor } from './sections';

const withRoles = (...roles: Array<Me['grants'][number]['role']>) =>
  ({ id: 'me', grants: roles.map((role) => ({ role, chapter: null })) }) as unknown as Me;
const namesFor = (...roles: Array<Me['grants'][number]['role']>) =>
  sectionsFor(withRoles(...roles)).map(({ name }) => name);

test('shows an administrator eleven entries', () => {
  expect(namesFor('ADMIN')).toEqual([
    'home',
    'inbox',
    'events',
    'people',
    'messages',
    'giving',
    'opportunities',
    'learning',
    'schools',
    'reports',
    'settings',
  ]);
});

test('shows a bookkeeper at most six entries', () => {
  expect(namesFor('FINANCE')).toEqual(['home', 'inbox', 'giving', 'reports', 'settings']);
});

test('gives advocates their rooms, and no one else', () => {
  expect(namesFor('ADVOCATE')).toEqual([
    'home',
    'inbox',
    'applications',
    'consultations',
    'keys',
    'learning',
    'reports',
    'settings',
  ]);
});

test('gives every entry its own icon, and every address to one entry', () => {
  const icons = sections.map(({ Icon }) => Icon);
  expect(new Set(icons).size).toBe(icons.length);
  const addresses = sections.flatMap(({ screens }) => screens.map(({ to }) => to));
  expect(new Set(addresses).size).toBe(addresses.length);
});

test.each([
  ['/', '/'],
  ['/gifts/refunds', '/gifts'],
  ['/volunteers/hours', '/volunteers/hours'],
  ['/volunteers/42/edit', '/volunteers'],
  ['/schools/report', '/schools/report'],
  ['/report', '/report'],
])('marks at %s the entry %s', (path, to) => {
  expect(screenAt(path, sections)?.to).toBe(to);
});

test('marks nothing at an unknown address', () => {
  expect(screenAt('/nowhere', sections)).toBeUndefined();
});
