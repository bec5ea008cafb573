import { catalogOf } from '@upstander/web-kit';
import { payText, whereText } from './pay';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

test('shows pay as a range or one amount with its unit, in the reader’s language', () => {
  const range = { pay: { min: usd(1800), max: usd(2250), unit: 'HOUR' as const } };
  expect(payText(range, 'en', catalogOf('en'))).toBe('$18 to $22.50 an hour');
  expect(payText(range, 'es', catalogOf('es'))).toBe('$18 a $22.50 por hora');
  const one = { pay: { min: usd(60_000), max: usd(60_000), unit: 'ONCE' as const } };
  expect(payText(one, 'en', catalogOf('en'))).toBe('$600 total');
  expect(payText({ pay: null }, 'en', catalogOf('en'))).toBeNull();
});

test('shows a place, remote work, or both', () => {
  const words = catalogOf('en');
  expect(whereText({ place: 'Fresno', remote: false }, words)).toBe('Fresno');
  expect(whereText({ place: 'Fresno', remote: true }, words)).toBe('Fresno, or from home');
  expect(whereText({ place: '', remote: true }, words)).toBe('From home');
});
