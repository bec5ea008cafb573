import type { Tx } from '@upstander/platform';
import { daysBefore } from './fundraising/days.js';
import { insert } from './insert.js';
import { idOf } from './random.js';

interface Idea {
  name: string;
  organization: string;
  needs: readonly string[];
  at: readonly [city: string, state: 'CA' | 'NY', postcode: string];
  does: readonly [string, string];
  languages?: readonly string[];
  kept?: readonly string[];
  /** Days since it was last verified; due after half a year. */
  ago?: number;
  off?: boolean;
}

/** Los Angeles County, and the five boroughs of New York City. */
const servedAreas = { CA: ['06037'], NY: ['36005', '36047', '36061', '36081', '36085'] };

const la = (postcode: string) => ['Los Angeles', 'CA', postcode] as const;
const ny = (postcode: string) => ['New York', 'NY', postcode] as const;

/** All fictional: names, numbers and addresses are made up, and each says so on its page. */
const ideas: readonly Idea[] = [
  {
    name: 'Night shelter',
    organization: 'Jacaranda House (example)',
    needs: ['shelter', 'safety'],
    at: la('90057'),
    does: ['A bed for tonight, for women and their children.', 'Una cama para esta noche, para mujeres con sus hijos.'],
    languages: ['en', 'es'],
    kept: ['address', 'city'],
    ago: 20,
  },
  {
    name: 'Legal clinic',
    organization: 'Open Door Law (example)',
    needs: ['legal', 'immigration'],
    at: la('90012'),
    does: ['Free advice on work, wages and papers.', 'Asesoría gratuita sobre trabajo, salarios y papeles.'],
    languages: ['en', 'es', 'tl'],
  },
  {
    name: 'Walk-in health center',
    organization: 'Ridge Street Health (example)',
    needs: ['health'],
    at: la('90033'),
    does: ['A doctor and a nurse, no papers needed.', 'Una médica y una enfermera, sin pedir papeles.'],
    languages: ['en', 'es', 'ko'],
  },
  {
    name: 'Counseling by phone',
    organization: 'Quiet Line (example)',
    needs: ['counseling'],
    at: la('90026'),
    does: ['An hour a week with a counselor, by phone.', 'Una hora a la semana con una consejera, por teléfono.'],
    languages: ['en', 'es'],
    kept: ['address'],
  },
  {
    name: 'Food and clothes',
    organization: 'Corner Pantry (example)',
    needs: ['food'],
    at: la('90011'),
    does: ['A bag of food and clean clothes, every weekday.', 'Una bolsa de comida y ropa limpia, de lunes a viernes.'],
    ago: 200,
  },
  {
    name: 'First job course',
    organization: 'Second Step Training (example)',
    needs: ['work'],
    at: la('90015'),
    does: ['Six weeks of paid training in a kitchen.', 'Seis semanas de capacitación pagada en una cocina.'],
  },
  {
    name: 'Child care while you work',
    organization: 'Little Harbor (example)',
    needs: ['children'],
    at: la('90037'),
    does: ['Care for children up to six.', 'Cuidado de niñas y niños de hasta seis años.'],
    languages: ['en', 'es'],
  },
  {
    name: 'Help with debts',
    organization: 'Fair Ledger (example)',
    needs: ['money', 'legal'],
    at: la('90017'),
    does: [
      'Helps with debts someone else ran up in your name.',
      'Ayuda con las deudas que otra persona hizo a tu nombre.',
    ],
  },
  {
    name: 'Safety planning',
    organization: 'Jacaranda House (example)',
    needs: ['safety', 'counseling'],
    at: la('90057'),
    does: ['A plan for leaving, made with you and at your pace.', 'Un plan para salir, hecho contigo y a tu ritmo.'],
    languages: ['en', 'es', 'zh'],
    kept: ['address', 'email'],
    ago: 190,
  },
  {
    name: 'Rooms for a year',
    organization: 'Cedar Homes (example)',
    needs: ['shelter'],
    at: la('90042'),
    does: ['A room of your own for up to a year.', 'Un cuarto propio por hasta un año.'],
    kept: ['address', 'phone'],
  },
  {
    name: 'Dentist',
    organization: 'Ridge Street Health (example)',
    needs: ['health'],
    at: la('90031'),
    does: ['Two afternoons a week.', 'Dos tardes por semana.'],
  },
  {
    name: 'Visa advice',
    organization: 'Open Door Law (example)',
    needs: ['immigration'],
    at: la('90020'),
    does: ['Which visas there are, and how to ask for one.', 'Qué visas existen y cómo pedir una.'],
    languages: ['en', 'es', 'ko', 'ru'],
  },
  {
    name: 'Youth drop-in',
    organization: 'Blue Bench (example)',
    needs: ['food', 'counseling'],
    at: la('90028'),
    does: [
      'A warm place, food and someone to talk to, up to age 24.',
      'Un lugar cálido, comida y alguien con quien hablar, hasta los 24 años.',
    ],
  },
  {
    name: 'English lessons',
    organization: 'Second Step Training (example)',
    needs: ['work'],
    at: la('90004'),
    does: ['Mornings and evenings, all levels.', 'Por la mañana y por la noche, todos los niveles.'],
    off: true,
  },
  {
    name: 'Emergency fund',
    organization: 'Fair Ledger (example)',
    needs: ['money'],
    at: la('90013'),
    does: ['A small sum for a bus, a phone or a night.', 'Una suma pequeña para un autobús, un teléfono o una noche.'],
  },
  {
    name: 'Shelter for families',
    organization: 'Linden Rooms (example)',
    needs: ['shelter', 'children'],
    at: ny('10002'),
    does: ['Rooms for parents with children.', 'Cuartos para madres y padres con hijos.'],
    languages: ['en', 'es', 'zh'],
    kept: ['address', 'city'],
  },
  {
    name: 'Lawyers on Tuesdays',
    organization: 'Harbor Law (example)',
    needs: ['legal'],
    at: ny('10007'),
    does: ['Come without an appointment.', 'Ven sin cita.'],
    languages: ['en', 'es', 'fr', 'ht'],
  },
  {
    name: 'Clinic for everyone',
    organization: 'Canal Health (example)',
    needs: ['health'],
    at: ny('10013'),
    does: ['Day and evening, no papers needed.', 'De día y por la tarde, sin pedir papeles.'],
    languages: ['en', 'zh', 'es'],
  },
  {
    name: 'Someone to talk to',
    organization: 'Stoop (example)',
    needs: ['counseling'],
    at: ny('10009'),
    does: ['People who have been through it themselves.', 'Personas que también lo vivieron.'],
    kept: ['address'],
  },
  {
    name: 'Meals',
    organization: 'Long Table (example)',
    needs: ['food'],
    at: ny('11372'),
    does: ['A warm meal at six.', 'Una comida caliente a las seis.'],
    languages: ['en', 'es'],
    ago: 240,
  },
  {
    name: 'Work permits',
    organization: 'Harbor Law (example)',
    needs: ['immigration', 'work'],
    at: ny('11373'),
    does: ['Helps you fill out the forms.', 'Ayuda a llenar los formularios.'],
    languages: ['en', 'es', 'tl'],
  },
  {
    name: 'Care work course',
    organization: 'Bridge Skills (example)',
    needs: ['work'],
    at: ny('10027'),
    does: ['Twelve weeks, with a certificate.', 'Doce semanas, con certificado.'],
  },
  {
    name: 'After school',
    organization: 'Long Table (example)',
    needs: ['children'],
    at: ny('11377'),
    does: ['Homework and games until seven.', 'Tareas y juegos hasta las siete.'],
  },
  {
    name: 'Safe phone',
    organization: 'Stoop (example)',
    needs: ['safety'],
    at: ny('10003'),
    does: ['A phone no one else can look through.', 'Un teléfono que nadie más puede revisar.'],
  },
  {
    name: 'Back wages',
    organization: 'Fair Pay Desk (example)',
    needs: ['legal', 'money'],
    at: ny('10018'),
    does: ['Helps you recover unpaid wages.', 'Te ayuda a cobrar los salarios que te deben.'],
    languages: ['en', 'es'],
  },
];

export async function insertServices(tx: Tx, now: Date): Promise<number> {
  const names = [...new Set(ideas.map(({ organization }) => organization))];
  const dayAgo = (ago: number) => daysBefore(now, ago).toISOString().slice(0, 10);
  await insert(
    tx,
    'learning.organization',
    names.map((name) => ({ id: idOf('organization', name), name, createdAt: daysBefore(now, 300) })),
  );
  await insert(
    tx,
    'learning.service',
    ideas.map((idea, i) => rowOf(idea, i, dayAgo)).map((row) => ({ ...row, createdAt: now, updatedAt: now })),
  );
  return ideas.length;
}

function rowOf(
  { name, organization, needs, at, does, languages = ['en'], kept = [], ago = 40, off }: Idea,
  i: number,
  day: (ago: number) => string,
) {
  const [city, region, postcode] = at;
  const number = String(i + 10).padStart(2, '0');
  return {
    id: idOf('service', name, organization),
    organizationId: idOf('organization', organization),
    slug: `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${number}`,
    name,
    needs,
    description: does[0],
    descriptionEs: does[1],
    languages,
    eligibility: '',
    eligibilityEs: '',
    fees: 'Free',
    feesEs: 'Gratis',
    address: `${number}00 Example Street`,
    city,
    region,
    postcode,
    phone: region === 'CA' ? `+12135550${i + 110}` : `+12125550${i + 110}`,
    email: `service-${number}@example.org`,
    url: `https://service-${number}.example.org`,
    schedule: 'Monday to Friday, 9 to 5',
    scheduleEs: 'De lunes a viernes, de 9 a 5',
    area: region === 'CA' ? 'Los Angeles County' : 'New York City',
    areaEs: region === 'CA' ? 'Condado de Los Ángeles' : 'Ciudad de Nueva York',
    servedAreas: servedAreas[region],
    // A place with a confidential address is found only by its area.
    searchPostcode: kept.includes('address') ? null : postcode,
    keptConfidential: kept,
    madeUp: true,
    published: !off,
    assuredOn: day(ago),
    assureBy: day(ago - 182),
  };
}
