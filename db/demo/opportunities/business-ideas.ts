/** A step in the story of a demo business: what happened, and how many days ago. */
export type Step =
  | { what: 'taken' | 'handed_in' | 'lapsed' | 'renewing'; ago: number }
  | {
      what: 'look';
      kind: 'registry' | 'call_back' | 'address' | 'reputation';
      ago: number;
      by: Staff;
      source: string;
      failed?: string;
    }
  | { what: 'domain'; mailbox: string; ago: number }
  | { what: 'approval'; by: Staff; ago: number }
  | { what: 'changes_requested' | 'refused' | 'suspended'; ago: number; by: Staff; reason: string };

export type Staff = 'moderator' | 'admin';

export interface BusinessIdea {
  legalName: string;
  registrationNumber: string;
  street: string;
  city: string;
  region: string;
  postalCode: string;
  /** Its website is https://www.<domain>. */
  domain: string;
  supervisor: { name: string; title: string; phone: string };
  offers: string;
  owner: { name: string; email: string };
  editors?: ReadonlyArray<{ name: string; email: string; frozen?: boolean }>;
  registeredAgo: number;
  story: readonly Step[];
}

const register = (state: string) => `Business register of ${state}, looked up by number`;

/** The three looks, over four days. */
function looked(ago: number, state = 'California', mailbox = 'office'): Step[] {
  const directory = '+1 213 555 0100, from the directory of the city';
  return [
    { what: 'domain', mailbox, ago: ago + 4 },
    { what: 'taken', ago: ago + 3 },
    { what: 'look', kind: 'registry', ago: ago + 2, by: 'moderator', source: register(state) },
    { what: 'look', kind: 'call_back', ago, by: 'admin', source: directory },
  ];
}

/** And the yes of two people: how a business is approved. */
function vetted(ago: number, state = 'California', mailbox = 'office'): Step[] {
  return [
    ...looked(ago + 4, state, mailbox),
    { what: 'approval', by: 'moderator', ago: ago + 2 },
    { what: 'approval', by: 'admin', ago },
  ];
}

const marcus = { name: 'Marcus Bell', email: 'business@demo.example' };
const owner = (name: string, word: string) => ({ name, email: `${word}@demo.example` });

/** Fourteen businesses that do not exist, in every state there is. */
export const businessIdeas = {
  bakery: {
    legalName: 'Larkfield Bakery LLC',
    registrationNumber: 'DEMO-201',
    street: '12 Larkfield Street',
    city: 'Los Angeles',
    region: 'CA',
    postalCode: '90012',
    domain: 'larkfield-bakery.example',
    supervisor: { name: 'Marta Lopez', title: 'Head baker', phone: '+13105550121' },
    offers: 'Early hours in a warm room, paid training from the first day, and bread to take home.',
    owner: marcus,
    editors: [{ name: 'Noor Haddad', email: 'noor@demo.example' }],
    registeredAgo: 130,
    story: [
      ...vetted(118),
      { what: 'look', kind: 'address', ago: 117, by: 'admin', source: 'Visited: a shop with an oven' },
    ],
  },
  tailor: {
    legalName: 'Bright Thread Tailoring Inc',
    registrationNumber: 'DEMO-202',
    street: '4 Spool Lane',
    city: 'Los Angeles',
    region: 'CA',
    postalCode: '90021',
    domain: 'bright-thread.example',
    supervisor: { name: 'Irene Park', title: 'Workshop lead', phone: '+13105550122' },
    offers: 'Alterations and small series. We teach sewing from zero, six weeks, paid.',
    owner: owner('Irene Park', 'thread'),
    registeredAgo: 205,
    story: [
      { what: 'taken', ago: 203 },
      {
        what: 'changes_requested',
        ago: 202,
        by: 'moderator',
        reason: 'The register has your street as Spool Lane 4, the form had Spool Road. Which one is right?',
      },
      { what: 'handed_in', ago: 200 },
      ...vetted(190),
    ],
  },
  books: {
    legalName: 'Harborlight Books LLC',
    registrationNumber: 'DEMO-203',
    street: '88 Pier Avenue',
    city: 'San Diego',
    region: 'CA',
    postalCode: '92101',
    domain: 'harborlight-books.example',
    supervisor: { name: 'Paul Wynn', title: 'Owner', phone: '+16195550123' },
    offers: 'A quiet shop: shelving, the till, and story hour on Saturdays.',
    owner: owner('Paul Wynn', 'harborlight'),
    registeredAgo: 95,
    story: vetted(84),
  },
  office: {
    legalName: 'Open Desk Bookkeeping LLC',
    registrationNumber: 'DEMO-204',
    street: '301 Ledger Plaza, Suite 5',
    city: 'New York',
    region: 'NY',
    postalCode: '10001',
    domain: 'open-desk.example',
    supervisor: { name: 'Dolores King', title: 'Partner', phone: '+12125550124' },
    offers: 'Bookkeeping for small shops; part of it from home, with a laptop from us.',
    owner: owner('Dolores King', 'opendesk'),
    registeredAgo: 62,
    story: vetted(50, 'New York', 'hello'),
  },
  garden: {
    legalName: 'Juniper Garden Care Cooperative',
    registrationNumber: 'DEMO-205',
    street: '7 Juniper Way',
    city: 'San Diego',
    region: 'CA',
    postalCode: '92105',
    domain: 'juniper-garden.example',
    supervisor: { name: 'Tomás Rivera', title: 'Crew lead', phone: '+16195550125' },
    offers: 'Gardens of schools and clinics, in crews of four. We lend boots and gloves.',
    owner: owner('Tomás Rivera', 'juniper'),
    registeredAgo: 360,
    // Ends in twenty days: its owner has been written to.
    story: vetted(345),
  },
  code: {
    legalName: 'Second Lamp Web Studio LLC',
    registrationNumber: 'DEMO-206',
    street: '55 Lantern Street',
    city: 'New York',
    region: 'NY',
    postalCode: '10013',
    domain: 'second-lamp.example',
    supervisor: { name: 'Aisha Grant', title: 'Studio lead', phone: '+12125550126' },
    offers: 'Twelve weeks of web skills with a stipend, remote or in the studio, and people who explain.',
    owner: owner('Aisha Grant', 'secondlamp'),
    registeredAgo: 352,
    // Has handed in for its next year.
    story: [
      ...vetted(340, 'New York', 'studio'),
      { what: 'renewing', ago: 5 },
      { what: 'domain', mailbox: 'studio', ago: 5 },
      { what: 'look', kind: 'registry', ago: 3, by: 'moderator', source: register('New York') },
    ],
  },
  clinic: {
    legalName: 'Clearwater Dental Care PC',
    registrationNumber: 'DEMO-207',
    street: '210 Fountain Boulevard',
    city: 'Los Angeles',
    region: 'CA',
    postalCode: '90029',
    domain: 'clearwater-dental.example',
    supervisor: { name: 'Grace Tanaka', title: 'Office manager', phone: '+13105550127' },
    offers: 'Front desk and sterilisation assistants; day shifts only, childcare next door.',
    owner: owner('Grace Tanaka', 'clearwater'),
    editors: [{ name: 'Leo Marsh', email: 'leo@demo.example', frozen: true }],
    registeredAgo: 44,
    story: vetted(30),
  },
  kitchen: {
    legalName: 'Copper Spoon Community Kitchen',
    registrationNumber: 'DEMO-208',
    street: '9 Market Row',
    city: 'New York',
    region: 'NY',
    postalCode: '10027',
    domain: 'copper-spoon.example',
    supervisor: { name: 'Ruth Adeyemi', title: 'Kitchen manager', phone: '+12125550128' },
    offers: 'Lunch for four schools. Training in food safety, paid, with the certificate.',
    owner: owner('Ruth Adeyemi', 'copperspoon'),
    registeredAgo: 21,
    // Everything is confirmed and one has said yes: it waits for the second.
    story: [...looked(5, 'New York'), { what: 'approval', by: 'moderator', ago: 3 }],
  },
  print: {
    legalName: 'Paper Boat Printing LLC',
    registrationNumber: 'DEMO-209',
    street: '31 Ink Street',
    city: 'Los Angeles',
    region: 'CA',
    postalCode: '90031',
    domain: 'paper-boat.example',
    supervisor: { name: 'Victor Oyelaran', title: 'Print shop manager', phone: '+13105550129' },
    offers: 'Posters, cards and small books. We look for steady hands.',
    owner: owner('Victor Oyelaran', 'paperboat'),
    registeredAgo: 9,
    story: [
      { what: 'taken', ago: 6 },
      { what: 'look', kind: 'registry', ago: 6, by: 'admin', source: register('California') },
      {
        what: 'look',
        kind: 'call_back',
        ago: 4,
        by: 'admin',
        source: '+1 213 555 0109, from an old advertisement',
        failed: 'Nobody there knew of the business. Try the number in the register.',
      },
    ],
  },
  cafe: {
    legalName: 'Two Cups Coffee LLC',
    registrationNumber: 'DEMO-210',
    street: '18 Saucer Street',
    city: 'San Diego',
    region: 'CA',
    postalCode: '92103',
    domain: 'two-cups.example',
    supervisor: { name: 'Hannah Frost', title: 'Owner', phone: '+16195550130' },
    offers: 'Baristas, no experience needed; we teach everything but smiling.',
    owner: owner('Hannah Frost', 'twocups'),
    registeredAgo: 3,
    story: [{ what: 'domain', mailbox: 'hannah', ago: 2 }],
  },
  movers: {
    legalName: 'Gentle Giants Moving LLC',
    registrationNumber: 'DEMO-211',
    street: '77 Trolley Road',
    city: 'Los Angeles',
    region: 'CA',
    postalCode: '90058',
    domain: 'gentle-giants.example',
    supervisor: { name: 'Carl Whitman', title: 'Dispatcher', phone: '+13105550131' },
    offers: 'Helpers for moves, by the day.',
    owner: owner('Carl Whitman', 'giants'),
    registeredAgo: 16,
    story: [
      { what: 'taken', ago: 14 },
      {
        what: 'changes_requested',
        ago: 13,
        by: 'admin',
        reason:
          'Please name the person who is responsible for helpers on the day of a move, with their title. A dispatcher who is not there cannot look after anybody.',
      },
    ],
  },
  agency: {
    legalName: 'Fast Track Staffing Solutions',
    registrationNumber: 'DEMO-212',
    street: '1 Nowhere Plaza',
    city: 'Los Angeles',
    region: 'CA',
    postalCode: '90015',
    domain: 'fast-track-staffing.example',
    supervisor: { name: 'Mr Smith', title: 'Manager', phone: '+13105550132' },
    offers: 'Great jobs abroad, housing included, start tomorrow.',
    owner: owner('J Smith', 'fasttrack'),
    registeredAgo: 33,
    story: [
      { what: 'taken', ago: 32 },
      {
        what: 'look',
        kind: 'registry',
        ago: 32,
        by: 'moderator',
        source: register('California'),
        failed: 'The number belongs to a flower shop that closed in 2019.',
      },
      {
        what: 'refused',
        ago: 31,
        by: 'moderator',
        reason:
          'The registration number is not of this business, and we show no offers that come with housing or travel.',
      },
    ],
  },
  frames: {
    legalName: 'Old Mill Picture Frames LLC',
    registrationNumber: 'DEMO-213',
    street: '40 Mill Road',
    city: 'San Diego',
    region: 'CA',
    postalCode: '92113',
    domain: 'old-mill-frames.example',
    supervisor: { name: 'Ellen Brandt', title: 'Owner', phone: '+16195550133' },
    offers: 'Cutting, glazing and mounting in a small workshop.',
    owner: owner('Ellen Brandt', 'oldmill'),
    registeredAgo: 396,
    story: [...vetted(382), { what: 'lapsed', ago: 16 }],
  },
  cleaners: {
    legalName: 'Silver Broom Services LLC',
    registrationNumber: 'DEMO-214',
    street: '5 Dust Street',
    city: 'New York',
    region: 'NY',
    postalCode: '10034',
    domain: 'silver-broom.example',
    supervisor: { name: 'Dean Novak', title: 'Area manager', phone: '+12125550134' },
    offers: 'Cleaning of offices in the evening.',
    owner: owner('Dean Novak', 'silverbroom'),
    registeredAgo: 150,
    story: [
      ...vetted(138, 'New York'),
      {
        what: 'suspended',
        ago: 12,
        by: 'admin',
        reason:
          'Two people told us that they were paid less than your listing says. Please write to us before anything else.',
      },
    ],
  },
} as const satisfies Record<string, BusinessIdea>;

export type BusinessKey = keyof typeof businessIdeas;
