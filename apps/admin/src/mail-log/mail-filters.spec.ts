import { variablesOf } from './mail-filters.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('the link from the home screen shows what did not arrive', () => {
  expect(variablesOf(reader({ status: 'trouble' })).filter).toEqual({ status: ['FAILED', 'BOUNCED'] });
});

test('everything, unless something is asked for', () => {
  expect(variablesOf(reader({})).filter).toEqual({});
  expect(variablesOf(reader({ status: 'SENT', recipient: ' ana@ ' })).filter).toEqual({
    status: ['SENT'],
    recipient: 'ana@',
  });
});
