import { exportPath } from './gift-export.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('exports the same gifts as the list', () => {
  const asked = { text: ' ana ', status: 'PAID', until: '2026-11-24', sort: 'LARGEST' };
  const { searchParams } = new URL(exportPath(reader(asked)), 'https://example.org');
  expect(Object.fromEntries(searchParams)).toMatchObject({ text: 'ana', status: 'PAID', to: '2026-11-24' });
  expect(searchParams.has('sort')).toBe(false);
});

test('exports only the gifts of the selected donor', () => {
  const { searchParams } = new URL(exportPath(reader({ donor: 'a1' })), 'https://example.org');
  expect(searchParams.get('donor')).toBe('a1');
});
