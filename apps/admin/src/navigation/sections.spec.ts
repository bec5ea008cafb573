import type { Me } from '../session/me';
import { customScreensFor, isInOwnAreas, mayChangeAt, screenAt, sections, sectionsFor } from './sections';

const withRoles = (...roles: Array<Me['grants'][number]['role']>) =>
  ({
    id: 'me',
    coOrganizedIds: [],
    featuresInUse: ['FUNDRAISING', 'OPPORTUNITIES', 'SEALED_ZONE'],
    customGrants: [],
    grants: roles.map((role) => ({ role, chapter: null })),
  }) as unknown as Me;

type Custom = Me['customGrants'][number];
const withCustomRole = (
  baseRole: Custom['baseRole'],
  viewAreas: Custom['viewAreas'],
  manageAreas: Custom['viewAreas'] = [],
) =>
  ({
    ...withRoles('VOLUNTEER'),
    viewAreas: [...viewAreas, ...manageAreas],
    manageAreas,
    customGrants: [{ baseRole, viewAreas, manageAreas }],
  }) as unknown as Me;
const bookkeeper = withCustomRole('FINANCE', [
  'DISBURSEMENTS',
  'GIFTS',
  'LEDGER',
  'RECEIPTS',
  'RECURRING_GIFTS',
  'REPORTS',
]);
const shiftLead = withCustomRole('ORGANIZER', ['EVENTS'], ['ROSTER']);
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

const without = (me: Me, ...features: ReadonlyArray<Me['featuresInUse'][number]>): Me => ({
  ...me,
  featuresInUse: me.featuresInUse.filter((feature) => !features.includes(feature)),
});

test('shows nothing of fundraising, opportunities and the sealed zone without them', () => {
  const admin = without(withRoles('ADMIN', 'ADVOCATE', 'FINANCE'), 'FUNDRAISING', 'OPPORTUNITIES', 'SEALED_ZONE');
  const shown = sectionsFor(admin);
  expect(shown.map(({ name }) => name)).toEqual([
    'home',
    'inbox',
    'events',
    'people',
    'messages',
    'learning',
    'schools',
    'reports',
    'settings',
  ]);
  const screens = shown.flatMap((section) => section.screens.map(({ name }) => name));
  for (const name of ['moneyReport', 'report', 'trail'] as const) expect(screens).not.toContain(name);
  for (const name of ['peoplesData', 'health', 'photos'] as const) expect(screens).toContain(name);
  expect(customScreensFor(without(bookkeeper, 'FUNDRAISING'))).toEqual([]);
});

test('shows someone in finance five entries', () => {
  expect(namesFor('FINANCE')).toEqual(['home', 'inbox', 'giving', 'reports', 'settings']);
});

test('shows a bookkeeper exactly six entries', () => {
  expect(customScreensFor(bookkeeper).map(({ name }) => name)).toEqual([
    'gifts',
    'recurringGifts',
    'receipts',
    'disbursements',
    'ledger',
    'moneyReport',
  ]);
});

test('shows the screens of a custom role in sections next to those of a built-in role', () => {
  const both = { ...bookkeeper, grants: withRoles('ORGANIZER').grants };
  expect(customScreensFor(both)).toEqual([]);
  const names = sectionsFor(both).flatMap(({ screens }) => screens.map(({ name }) => name));
  expect(names).toEqual(expect.arrayContaining(['events', 'gifts', 'ledger']));
  expect(names).not.toContain('disputes');
});

test.each<[string, Me, string, boolean, boolean]>([
  ['a bookkeeper', bookkeeper, '/gifts/42', true, false],
  ['a bookkeeper', bookkeeper, '/gifts/refunds', false, false],
  ['a bookkeeper', bookkeeper, '/events', false, true],
  ['a bookkeeper', bookkeeper, '/ledger/over-time', true, true],
  ['a shift lead', shiftLead, '/events', true, true],
  ['a shift lead', shiftLead, '/events/42', true, true],
  ['a shift lead', shiftLead, '/events/42/door', true, true],
  ['a shift lead', shiftLead, '/events/42/edit', false, false],
  ['a shift lead', shiftLead, '/events/42/find-people', false, false],
  ['a shift lead', shiftLead, '/events/42/registrations', false, false],
  ['a shift lead', shiftLead, '/volunteers', false, false],
])('%s at a page', (_, me, path, opens, changes) => {
  expect(isInOwnAreas(me, path)).toBe(opens);
  expect(mayChangeAt(me, path)).toBe(changes);
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
