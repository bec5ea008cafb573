import type { SafeContactInput } from './demo-desk.js';

/** An event in the life of an application, and how many days ago it happened. All people are invented. */
export type ApplicationStep = { ago: number } & (
  | { what: 'taken' | 'contacted' | 'closed' | 'consent revoked' | 'consent given' }
  | { what: 'to person' | 'from person' | 'to business' | 'from business'; body: string }
  | { what: 'consent signed' | 'consent proposed'; shares: string; forDays: number }
  | { what: 'introduced'; alias: string; availability: string }
  | { what: 'answered'; answer: 'interested' | 'not_now' }
  | { what: 'held'; reason: string }
  | { what: 'business suspended'; reason: string }
);

export interface ApplicationIdea {
  name: string;
  contact: SafeContactInput;
  note?: string;
  language?: 'en' | 'es';
  /** Index of a published opportunity, or the registration number of a business that has one. */
  opportunity: number | string;
  ago: number;
  byAdvocate?: boolean;
  steps?: readonly ApplicationStep[];
}

const demoNote = 'Made up for the demo.';

/** Invented people with invented numbers (555-01xx) and addresses that don't exist. */
export const applicationIdeas: readonly ApplicationIdea[] = [
  {
    name: 'Luna',
    contact: { channel: 'text', value: '+13105550171', when: 'Weekday mornings', mayLeaveMessage: false },
    note: `${demoNote} I baked at home for years and I can start before sunrise.`,
    opportunity: 0,
    ago: 24,
    steps: [
      { what: 'taken', ago: 23 },
      {
        what: 'to person',
        ago: 23,
        body: 'Hi Luna, I’m Inés. When would be a good time to talk about the bakery?',
      },
      { what: 'from person', ago: 22, body: 'Tomorrow at ten works. Please text, don’t call.' },
      { what: 'consent signed', ago: 20, shares: 'The name L., that she bakes, and when she can work.', forDays: 90 },
      { what: 'introduced', ago: 20, alias: 'L.', availability: 'Weekdays from 5 to 11 in the morning' },
      { what: 'from business', ago: 19, body: 'We would like to meet L. Could she come on a Tuesday before opening?' },
      { what: 'answered', ago: 19, answer: 'interested' },
      { what: 'to business', ago: 18, body: 'Tuesday works. She’ll come to the side door at 8 and ask for Marta.' },
      { what: 'from business', ago: 2, body: 'The trial week went well. May we offer her the full hours?' },
      { what: 'from person', ago: 1, body: 'They’re kind there. I’d like to stay.' },
    ],
  },
  {
    name: 'J.',
    contact: { channel: 'code' },
    opportunity: 0,
    ago: 6,
    steps: [
      { what: 'taken', ago: 5 },
      {
        what: 'to person',
        ago: 5,
        body: 'Thank you for writing. You decide what we tell the bakery, and whether we tell them anything.',
      },
      { what: 'consent proposed', ago: 4, shares: 'The letter J. and that mornings are fine.', forDays: 60 },
    ],
  },
  {
    name: 'Marisol',
    contact: { channel: 'mail', value: 'marisol@example.org', when: 'Por la noche', mayLeaveMessage: true },
    note: `Inventada para la demostración. Sé coser a máquina y quiero aprender más.`,
    language: 'es',
    opportunity: 1,
    ago: 17,
    steps: [
      { what: 'taken', ago: 16 },
      { what: 'contacted', ago: 15 },
      { what: 'consent signed', ago: 14, shares: 'El nombre M. y que sabe coser a máquina.', forDays: 120 },
      { what: 'introduced', ago: 14, alias: 'M.', availability: 'Tardes' },
    ],
  },
  {
    name: 'Someone new',
    contact: { channel: 'call', value: '+16195550172', when: 'Sundays after four', mayLeaveMessage: false },
    note: `${demoNote} I’d rather not say more yet.`,
    opportunity: 2,
    ago: 2,
  },
  {
    name: 'Estrella',
    contact: { channel: 'advocate', value: 'Through the house on Pine Street' },
    language: 'es',
    opportunity: 3,
    ago: 1,
  },
  {
    name: 'Kit',
    contact: { channel: 'text', value: '+13105550173', when: 'Any time', mayLeaveMessage: true },
    note: `${demoNote} I want to learn to code.`,
    opportunity: 4,
    ago: 40,
    byAdvocate: true,
    steps: [
      { what: 'contacted', ago: 39 },
      { what: 'consent signed', ago: 38, shares: 'The name Kit and that evenings are free.', forDays: 30 },
      { what: 'introduced', ago: 38, alias: 'Kit', availability: 'Evenings' },
      { what: 'answered', ago: 35, answer: 'not_now' },
      {
        what: 'to person',
        ago: 34,
        body: 'They don’t have an opening right now. Shall we look for another one together?',
      },
    ],
  },
  {
    name: 'R.',
    contact: { channel: 'mail', value: 'r@example.org', mayLeaveMessage: false },
    opportunity: 1,
    ago: 30,
    steps: [
      { what: 'taken', ago: 29 },
      { what: 'contacted', ago: 28 },
      { what: 'consent proposed', ago: 27, shares: 'The letter R.', forDays: 60 },
      { what: 'consent given', ago: 26 },
      { what: 'introduced', ago: 26, alias: 'R.', availability: 'Mornings' },
      { what: 'consent revoked', ago: 12 },
    ],
  },
  {
    name: 'Alma',
    contact: { channel: 'text', value: '+13105550174', when: 'After six', mayLeaveMessage: false },
    note: `${demoNote} I like working at a front desk.`,
    opportunity: 'DEMO-207',
    ago: 28,
    steps: [
      { what: 'taken', ago: 27 },
      { what: 'contacted', ago: 27 },
      { what: 'consent signed', ago: 26, shares: 'The name A. and that she has worked at a front desk.', forDays: 90 },
      { what: 'introduced', ago: 26, alias: 'A.', availability: 'Any weekday' },
      { what: 'answered', ago: 24, answer: 'interested' },
      { what: 'from person', ago: 9, body: 'I started last week. The days are long, but it is going well.' },
      {
        what: 'business suspended',
        ago: 1,
        reason: 'An employee told us you don’t pay for breaks or overtime. Please call us first.',
      },
    ],
  },
  {
    name: 'Bo',
    contact: { channel: 'code' },
    note: demoNote,
    opportunity: 2,
    ago: 55,
    steps: [
      { what: 'taken', ago: 54 },
      { what: 'contacted', ago: 53 },
      { what: 'closed', ago: 20 },
    ],
  },
];
