import { createPeople, type DemoPerson } from '../people.js';
import { Random } from '../random.js';

const wordsEn = [
  'For anyone who needs it tonight.',
  'In memory of my grandmother, who left in 1961 with one suitcase.',
  'Sleep well.',
  'From all of us at the front desk.',
  'I was there once. Thank you.',
  'Keep the light on.',
  'For my daughters.',
  'Small, but every month.',
];
const wordsEs = [
  'Para quien lo necesite esta noche.',
  'De parte de todo el segundo piso.',
  'Ánimo, no están solas.',
  'Con cariño, de una vecina.',
  'Por mi mamá.',
];

export interface Donor {
  name: string;
  email: string;
  locale: 'en' | 'es';
}

export function donors(random: Random, count: number): Donor[] {
  return createPeople(random, count + 1)
    .slice(1)
    .map(({ name, email, locale }: DemoPerson) => ({ name, email, locale }));
}

/** Seed of the simulated gifts. The first donors are the same regardless of their number. */
export const giftSeed = 14_000_605;

export function monthlyDonors(): [Donor, Donor] {
  const [one, other] = donors(new Random(giftSeed), 2);
  return [one!, other!];
}

export function words(random: Random, locale: 'en' | 'es'): string {
  return random.next() < 0.12 ? random.pick(locale === 'es' ? wordsEs : wordsEn) : '';
}
