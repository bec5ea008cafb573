import type { SafeContactInput } from './demo-desk.js';

export type ConsultationStep = { ago: number } & (
  | { what: 'taken' | 'contacted' | 'closed' }
  | { what: 'to person' | 'from person'; body: string }
  | { what: 'scheduled'; inDays: number; minutes: number }
  | { what: 'conflict' | 'held'; note: string }
);

export interface ConsultationIdea {
  name: string;
  contact: SafeContactInput;
  about?: string;
  /** Encrypted in the browser: only advocates with their key can read it. */
  inBrowser?: boolean;
  language: 'en' | 'es';
  interpreter?: string;
  ago: number;
  steps?: readonly ConsultationStep[];
}

const demoNote = 'Made up for the demo.';

export const consultationIdeas: readonly ConsultationIdea[] = [
  {
    name: 'Wren',
    contact: {
      channel: 'text',
      value: '+13105550181',
      when: 'Lunchtime',
      mayLeaveMessage: true,
      notice: {
        days: ['tuesday', 'thursday'],
        fromHour: 12,
        untilHour: 14,
        timeZone: 'America/Los_Angeles',
        senderName: 'Robin',
        namesOrganization: false,
      },
    },
    about: `${demoNote} I signed a contract I couldn’t read. Does it count?`,
    inBrowser: true,
    language: 'en',
    ago: 9,
    steps: [
      { what: 'taken', ago: 8 },
      { what: 'to person', ago: 8, body: 'Thank you, Wren. We can look at it together. Does next week work?' },
      { what: 'from person', ago: 7, body: 'Yes, any day but Monday.' },
      { what: 'scheduled', ago: 6, inDays: 5, minutes: 45 },
    ],
  },
  {
    name: 'Paloma',
    contact: { channel: 'call', value: '+16195550182', when: 'Domingos', mayLeaveMessage: false },
    about: 'Inventada para la demostración. Mi patrón guarda mis papeles.',
    inBrowser: true,
    language: 'es',
    interpreter: 'Mixteco',
    ago: 1,
  },
  {
    name: 'A friend',
    contact: { channel: 'code' },
    language: 'en',
    ago: 3,
    steps: [
      { what: 'taken', ago: 2 },
      { what: 'to person', ago: 2, body: 'We’re here. Write whenever it’s safe, or come back with your code.' },
    ],
  },
  {
    name: 'Sol',
    contact: {
      channel: 'mail',
      value: 'sol@example.org',
      when: 'Evenings',
      mayLeaveMessage: true,
      notice: {
        days: ['monday', 'wednesday', 'friday'],
        fromHour: 18,
        untilHour: 21,
        timeZone: 'America/Los_Angeles',
        senderName: 'Sam',
        namesOrganization: false,
      },
    },
    about: `${demoNote} They haven’t paid me for two months.`,
    language: 'en',
    ago: 21,
    steps: [
      { what: 'taken', ago: 20 },
      {
        what: 'conflict',
        ago: 20,
        note: 'This employer once asked our team for advice, so we hand this over to the partner clinic.',
      },
      { what: 'contacted', ago: 19 },
      { what: 'to person', ago: 1, body: 'We found a clinic that can help with your pay. Can you talk on Friday?' },
    ],
  },
  {
    name: 'T.',
    contact: { channel: 'advocate' },
    about: demoNote,
    language: 'en',
    ago: 48,
    steps: [
      { what: 'taken', ago: 47 },
      { what: 'contacted', ago: 46 },
      { what: 'closed', ago: 33 },
    ],
  },
  {
    name: 'Nieves',
    contact: { channel: 'text', value: '+13105550183', mayLeaveMessage: true },
    language: 'es',
    ago: 70,
    steps: [
      { what: 'taken', ago: 69 },
      { what: 'contacted', ago: 68 },
      { what: 'closed', ago: 60 },
      { what: 'held', ago: 59, note: 'A court has asked for these records. Made up for the demo.' },
    ],
  },
];
