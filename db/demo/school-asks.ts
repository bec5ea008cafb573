import type { SchoolAskStatus } from '@upstander/outreach';
import type { ChapterKey } from './chapters.js';

export interface DemoAsk {
  /** Number of a school or district in the made-up directory, or a typed name. */
  place: string;
  chapter: ChapterKey | null;
  status: SchoolAskStatus;
  daysAgo: number;
  asker: 'parent' | 'teacher' | 'student' | 'staff';
  name?: string;
  letterBy?: 'self' | 'us';
  owner?: 'organizer@demo.example' | 'organizer.sd@demo.example' | 'admin@demo.example';
  /** Next step, due in this many days. */
  next?: [step: string, inDays: number];
  contact?: [name: string, role: string];
  note?: string;
  students?: number[];
}

const la = 'organizer@demo.example';
const sd = 'organizer.sd@demo.example';

/** At least one for each column of the board, in both languages. */
export const schoolAsks: readonly DemoAsk[] = [
  { place: '990001000001', chapter: 'la', status: 'district', daysAgo: 2, asker: 'parent', name: 'Dana Whitfield' },
  {
    place: '990001000003',
    chapter: 'la',
    status: 'district',
    daysAgo: 5,
    asker: 'student',
    name: 'Mateo',
    letterBy: 'self',
  },
  {
    place: '9900020',
    chapter: 'sd',
    status: 'district',
    daysAgo: 9,
    asker: 'staff',
    owner: sd,
    next: ['Find out who runs health classes', 0],
  },
  {
    place: '990001000002',
    chapter: 'la',
    status: 'contact',
    daysAgo: 20,
    asker: 'teacher',
    name: 'Kim Soto',
    owner: la,
    contact: ['Elena Park', 'Principal'],
    next: ['Send the letter', 1],
  },
  {
    place: 'Willow Creek Academy',
    chapter: null,
    status: 'contact',
    daysAgo: 26,
    asker: 'parent',
    name: 'Jordan Lee',
    contact: ['Pat Rivers', 'Counselor'],
  },
  {
    place: '990002000001',
    chapter: 'sd',
    status: 'asked',
    daysAgo: 33,
    asker: 'parent',
    name: 'Lucía Ramos',
    owner: sd,
    contact: ['Tom Becker', 'Vice principal'],
    next: ['Call to check that the letter arrived', -2],
  },
  {
    place: '990002000002',
    chapter: 'sd',
    status: 'asked',
    daysAgo: 40,
    asker: 'student',
    name: 'Amina',
    letterBy: 'self',
    note: 'Amina sent the letter herself and asked us to wait two weeks before we call.',
  },
  {
    place: '9900030',
    chapter: 'la',
    status: 'asked',
    daysAgo: 52,
    asker: 'staff',
    owner: la,
    contact: ['Grace Ito', 'Director of student services'],
    next: ['Ask for a meeting before the break', 6],
  },
  {
    place: '990003000001',
    chapter: 'la',
    status: 'meeting',
    daysAgo: 70,
    asker: 'teacher',
    name: 'Ben Adler',
    owner: la,
    contact: ['Marta Solís', 'Principal'],
    next: ['Bring the lesson plan in Spanish', 3],
    note: 'They want to see the lesson before they decide. Two seventh-grade classes.',
  },
  {
    place: '990003000002',
    chapter: 'la',
    status: 'meeting',
    daysAgo: 77,
    asker: 'parent',
    name: 'Rui Costa',
    contact: ['Ann Doyle', 'Nurse'],
  },
  {
    place: '990004000001',
    chapter: 'sd',
    status: 'committed',
    daysAgo: 110,
    asker: 'parent',
    name: 'Carmen Vega',
    owner: sd,
    contact: ['Leo Hart', 'Health teacher'],
    next: ['Set the date of the first lesson', 8],
  },
  {
    place: '9900040',
    chapter: 'sd',
    status: 'committed',
    daysAgo: 130,
    asker: 'staff',
    owner: sd,
    contact: ['Nadia Roth', 'Superintendent'],
  },
  {
    place: '990005000001',
    chapter: 'la',
    status: 'taught',
    daysAgo: 200,
    asker: 'teacher',
    name: 'Olga Peña',
    owner: la,
    contact: ['Sam Ortiz', 'Principal'],
    students: [118, 94],
    next: ['Send a draft of the protocol', 5],
  },
  {
    place: '990005000002',
    chapter: 'la',
    status: 'protocol',
    daysAgo: 320,
    asker: 'parent',
    name: 'Hannah Cole',
    owner: la,
    contact: ['Iris Long', 'Principal'],
    students: [143, 131, 87],
    note: 'Every adult in the building has the card with the two names. They look at it again each August.',
  },
  {
    place: '9900060',
    chapter: 'sd',
    status: 'protocol',
    daysAgo: 300,
    asker: 'staff',
    owner: sd,
    contact: ['Victor Amaya', 'Superintendent'],
    students: [412, 388],
  },
  {
    place: 'Harbor Day School',
    chapter: 'ny',
    status: 'closed',
    daysAgo: 90,
    asker: 'parent',
    name: 'Ivy Chen',
    note: 'They’ve had their own course since last year.',
  },
];
