import { zoneGroups, type ZoneGroup } from './zones';

const all = ['America/Los_Angeles', 'America/Indiana/Knox', 'Asia/Calcutta', 'Asia/Kolkata', 'Etc/GMT+5', 'UTC'];
const groupsOf = (...asked: Parameters<typeof zoneGroups>) =>
  zoneGroups(...asked).filter((one): one is ZoneGroup => 'group' in one);
const labelsOf = (group: ZoneGroup | undefined) => group?.items.map(({ label }) => label);

test('offers the time zones of the United States first, under the names that lists show', () => {
  const [first, ...others] = groupsOf('en', all);
  expect(first!.group).toBe('United States');
  expect(labelsOf(first)).toEqual([
    'Eastern Time (New York)',
    'Central Time (Chicago)',
    'Mountain Time (Denver)',
    'Mountain Standard Time (Phoenix)',
    'Pacific Time (Los Angeles)',
    'Alaska Time (Anchorage)',
    'Hawaii-Aleutian Standard Time (Honolulu)',
    'Atlantic Standard Time (Puerto Rico)',
  ]);
  expect(others.map(({ group }) => group)).toEqual(['Americas', 'Asia']);
});

test('offers each zone once under its current name and omits zones without a place', () => {
  const [, americas, asia] = groupsOf('en', [...all, 'Asia/Saigon']);
  expect(labelsOf(americas)).toEqual(['Knox, Indiana']);
  expect(labelsOf(asia)).toEqual(['Ho Chi Minh', 'Kolkata']);
});

test("lists the current zone first and uses the user's language", () => {
  const [own, unitedStates] = zoneGroups('es', all, ['Europe/Kiev', 'America/Los_Angeles']);
  expect(own).toMatchObject({ value: 'Europe/Kyiv' });
  expect(unitedStates).toMatchObject({ group: 'Estados Unidos' });
  expect(labelsOf(unitedStates as ZoneGroup)).toContain('Hora del Pacífico (Los Angeles)');
});
