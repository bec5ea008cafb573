import { asked } from './list-state.js';

const reader = (values: Record<string, string>) => asked((name) => values[name] ?? '');

test('a bookmark keeps its words and its choice', () => {
  const { text, one } = reader({ text: ' ana ', status: 'VOID' });
  expect([text(), one('status', { VALID: 'Valid', VOID: 'Void' })]).toEqual(['ana', 'VOID']);
});

test('a word that is none of the choices is not sent, nor is an empty search', () => {
  const { text, one } = reader({ text: '  ', status: 'constructor', sort: 'UP' });
  expect([text(), one('status', { VOID: 'Void' }), one('sort', ['NEWEST', 'OLDEST'])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a span of days holds its last day', () => {
  const { startOf } = reader({ from: '2026-11-01', to: '2026-11-01' });
  expect(new Date(startOf('from') ?? '').getHours()).toBe(0);
  expect(new Date(startOf('to', 1) ?? '').getDate()).toBe(2);
});

test.each(['yesterday', '2026-13-45', ''])('what is no day is left out: %j', (from) => {
  expect(reader({ from }).startOf('from')).toBeUndefined();
});
