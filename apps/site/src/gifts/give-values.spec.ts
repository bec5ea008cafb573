import { catalogOf } from '@upstander/web-kit';
import { amountOf, giveErrors, readGive } from './give-values';

const words = catalogOf('en');
const t = words.site.give.errors;
const contactEmail = 'us@example.org';
const minimum = { amountMinor: 500, currency: 'USD' };

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: 'Ana', email: 'ana@example.org', ...fields }))
    form.set(name, value);
  return readGive(form);
}

const errorsOf = (fields: Record<string, string>) =>
  giveErrors(read(fields), minimum, { locale: 'en', words, contactEmail }).map(
    ({ field, text }) => `${field}: ${text}`,
  );

test('accepts an amount, a name and an email', () => {
  expect(errorsOf({ amount: '2500' })).toEqual([]);
  expect(errorsOf({ amount: 'other', other: '$12.50' })).toEqual([]);
});

test('checks no box by default and assumes a one-time gift', () => {
  expect(read({})).toMatchObject({ cover: false, display: 'SHORT_NAME', updates: false, frequency: 'ONCE' });
});

test('reads another amount to the cent, with or without its button', () => {
  expect(amountOf(read({ amount: 'other', other: '37.42' }), 'USD')).toEqual({ amountMinor: 3742, currency: 'USD' });
  expect(amountOf(read({ other: '1,000' }), 'USD')).toEqual({ amountMinor: 100_000, currency: 'USD' });
  expect(amountOf(read({ amount: '2500', other: '37' }), 'USD')).toEqual({ amountMinor: 2500, currency: 'USD' });
  expect(amountOf(read({ amount: 'other', other: '500' }), 'JPY')).toEqual({ amountMinor: 500, currency: 'JPY' });
});

test('reports errors in page order', () => {
  expect(errorsOf({ name: '', email: 'ana@', message: 'x'.repeat(501) })).toEqual([
    `amount: ${t.amountMissing}`,
    `name: ${words.site.errors.nameMissing}`,
    `email: ${words.site.errors.emailWrong}`,
    `message: ${words.site.errors.tooLong({ label: words.site.give.message, most: 500 })}`,
  ]);
  expect(errorsOf({ amount: 'other' })).toEqual([`other: ${t.amountMissing}`]);
  expect(errorsOf({ amount: 'other', other: 'ten' })).toEqual([`other: ${t.amountWrong}`]);
  expect(errorsOf({ amount: 'other', other: '4.99' })).toEqual([`other: ${t.amountTooSmall({ minimum: '$5' })}`]);
  expect(errorsOf({ amount: '100' })).toEqual([`other: ${t.amountTooSmall({ minimum: '$5' })}`]);
  expect(errorsOf({ amount: 'other', other: '1000000' })).toEqual([
    `other: ${t.amountTooLarge({ email: contactEmail })}`,
  ]);
});
