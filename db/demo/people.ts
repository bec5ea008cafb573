import type { ChapterKey } from './chapters.js';
import { idOf, type Random } from './random.js';

export interface DemoPerson {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  locale: 'en' | 'es';
  /** The nearest chapter, which decides the in-person events they attend. */
  home: ChapterKey;
}

const firstNames = (
  'Aaliyah, Abena, Adriana, Aisha, Alejandro, Amara, Amit, Andrea, Ángel, Anh, Beatriz, Ben, Camila, ' +
  'Carlos, Chen, Chloe, Daniel, Deborah, Diego, Elena, Eli, Emeka, Esther, Fatima, Gabriela, George, ' +
  'Grace, Hana, Hector, Imani, Inés, Isaac, Jamal, Jasmine, Jin, Joaquín, Jordan, Julia, Kai, Karina, ' +
  'Keisha, Kofi, Laila, Leticia, Linh, Lucía, Luz, Malik, Marcus, María José, Marisol, Mei, Miguel, Mina, ' +
  'Nadia, Naomi, Noor, Octavio, Olga, Omar, Paloma, Patrick, Priya, Quinn, Rafael, Renee, Ricardo, Ruth, ' +
  'Samira, Sergio, Silvia, Sofía, Soo-jin, Tamika, Teresa, Thuy, Valeria, Víctor, Walt, Ximena, Yesenia, ' +
  'Yusuf, Zoë'
).split(', ');
const lastNames = (
  'Abdi, Adeyemi, Aguilar, Álvarez, Baker, Banerjee, Begay, Bell, Castillo, Chávez, Cho, Cohen, Cruz, Das, ' +
  'Delgado, Díaz, Duarte, Evans, Flores, Foster, Fuentes, García, Gómez, Greene, Gutiérrez, Haddad, ' +
  'Hernández, Ito, Jackson, Jiménez, Johnson, Kaplan, Kealoha, Kim, Kowalski, Le, Lee, López, Martínez, ' +
  'Mbeki, Mejía, Miller, Molina, Moreno, Muñoz, Nakamura, Nguyen, Núñez, O’Brien, Ochoa, Okafor, Ortega, ' +
  'Osei, Park, Patel, Peña, Pérez, Petrov, Pham, Ramírez, Reyes, Rivera, Robinson, Rossi, Ruiz, Santos, ' +
  'Sato, Singh, Smith, Soto, Thompson, Torres, Tran, Vargas, Vega, Walker, Washington, Williams, Yang, ' +
  'Zamora, Zhang'
).split(', ');
const areaCodes = ['213', '310', '323', '619', '646', '718', '818', '858', '917'] as const;

const homeChapters: readonly ChapterKey[] = ['la', 'la', 'la', 'la', 'sd', 'sd', 'sd', 'ny', 'ny', 'ny'];

export const ana: DemoPerson = {
  id: idOf('volunteer', 'ana'),
  name: 'Ana Morales',
  email: 'ana@demo.example',
  phone: '+12135550142',
  locale: 'es',
  home: 'la',
};

/** Uses example.org addresses, which no one can own, and fictional phone numbers. */
export function createPeople(random: Random, count: number): DemoPerson[] {
  const all = new Map([[ana.email, ana]]);
  while (all.size < count) {
    const first = random.pick(firstNames);
    const last = random.pick(lastNames);
    const email = `${mailName(first)}.${mailName(last)}@example.org`;
    const phone =
      random.next() < 0.6
        ? `+1${random.pick(areaCodes)}555${String(random.integerBetween(100, 199)).padStart(4, '0')}`
        : null;
    const locale = random.next() < 0.3 ? 'es' : 'en';
    const home = random.pick(homeChapters);
    const person = { id: idOf('volunteer', email), name: `${first} ${last}`, email, phone, locale, home } as const;
    if (!all.has(email)) all.set(email, person);
  }
  return [...all.values()];
}

/** Adds a volunteer who signed up again with another address, for the screens for duplicates. */
export function addDuplicatePerson(all: DemoPerson[]): DemoPerson[] {
  const [, one] = all;
  const at = all.findIndex(({ home }, index) => index > 1 && home === one?.home);
  if (!one || at < 0) return all;
  const phone = one.phone ?? '+12135550177';
  const email = `${mailName(one.name)}.again@example.org`;
  all[1] = { ...one, phone };
  all[at] = { ...all[1], id: idOf('volunteer', email), email };
  return all;
}

function mailName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');
}
