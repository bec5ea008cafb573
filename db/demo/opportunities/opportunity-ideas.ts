import type { BusinessKey } from './business-ideas.js';

export interface OpportunityIdea {
  business: BusinessKey;
  status:
    | 'draft'
    | 'in_review'
    | 'changes_requested'
    | 'published'
    | 'expiring'
    | 'expired'
    | 'filled'
    | 'withdrawn'
    | 'refused';
  ago: number;
  language?: 'en' | 'es';
  kind?: 'job' | 'internship' | 'skills_training' | 'other';
  title: string;
  description: string;
  /** From, to and unit, in whole dollars. */
  pay?: readonly [from: number, to: number, unit: 'hour' | 'day' | 'week' | 'month' | 'year' | 'once'];
  hours?: number;
  schedule?: string;
  place?: string;
  remote?: boolean;
  night?: boolean;
  idNeeded?: boolean;
  backgroundCheck?: boolean;
  records?: string;
  transport?: string;
  equipment?: string;
  childcareHours?: boolean;
  trainingPaid?: boolean;
  harmTags?: readonly string[];
  wantsPublic?: boolean;
  staffSayPublic?: boolean;
  reason?: string;
  /** Texts staff had read before the business changed them. */
  before?: { title?: string; description?: string };
}

const bus = 'The bus stops at the door; we pay for the monthly pass.';

export const opportunityIdeas: readonly OpportunityIdea[] = [
  {
    ...{ business: 'bakery', status: 'published', ago: 6, pay: [19, 22, 'hour'], hours: 30, trainingPaid: true },
    title: 'Baker’s assistant',
    description:
      'You weigh, mix and shape bread with Marta and a team of four. We show you everything in the first four weeks, **paid from the first day**.\n\n- warm room, radio on\n- breaks are breaks\n- bread to take home',
    schedule: 'Monday to Friday, 5 to 11 a.m.',
    transport: bus,
    equipment: 'Shoes, apron and cap.',
    ...{ childcareHours: true, wantsPublic: true, staffSayPublic: true },
  },
  {
    ...{ business: 'bakery', status: 'published', ago: 12, language: 'es', pay: [18, 20, 'hour'], hours: 24 },
    title: 'Atención en mostrador',
    description:
      'Vender pan y café, acomodar la vitrina y cerrar la caja junto con una compañera. Cerramos a las tres. Hablamos español todo el día.',
    schedule: 'De martes a sábado, de 9:00 a 15:00',
    ...{ childcareHours: true, trainingPaid: true, harmTags: ['cash_handling'] },
  },
  {
    ...{ business: 'bakery', status: 'published', ago: 20, kind: 'internship', pay: [17, 17, 'hour'], hours: 20 },
    title: 'Pastry internship',
    description:
      'Three months beside our pastry chef, working on doughs, creams and decoration. You leave with a portfolio and a reference from us.',
    schedule: 'Afternoons, four days a week',
    ...{ equipment: 'We lend you knives and work clothes.', trainingPaid: true },
  },
  {
    ...{ business: 'bakery', status: 'expiring', ago: 50, pay: [20, 22, 'hour'], hours: 36, night: true },
    title: 'Night baker, team of three',
    description:
      'We bake the morning bread at night. There are always three of you and a supervisor, and we leave together once it’s light out.',
    schedule: '11 p.m. to 6 a.m., five nights',
    ...{ harmTags: ['night'], transport: 'We pay for a taxi home when no bus is running.' },
  },
  {
    ...{ business: 'bakery', status: 'in_review', ago: 1, pay: [19, 21, 'hour'], hours: 30 },
    title: 'Delivery driver’s helper',
    description: 'You ride along and carry crates to cafés. The driver calls ahead. Uniform fee is waived for you.',
    schedule: 'Monday to Saturday, 5:30 to 10:30 a.m.',
  },
  {
    ...{ business: 'tailor', status: 'published', ago: 9, kind: 'skills_training', trainingPaid: true },
    title: 'Sewing from scratch, six weeks',
    description:
      'Six people, six machines, one teacher. You learn to measure, cut, sew and mend. You’re paid for your time. If you want to stay, you can ask for a job in the workshop.',
    pay: [18, 18, 'hour'],
    schedule: 'Mornings, Monday to Thursday',
    ...{ equipment: 'Machines, cloth and scissors.', childcareHours: true, wantsPublic: true, staffSayPublic: true },
  },
  {
    ...{ business: 'tailor', status: 'published', ago: 30, language: 'es', pay: [19, 24, 'hour'], hours: 35 },
    title: 'Costurera para arreglos',
    description:
      'Bastillas, cierres y ajustes en un taller con luz. Pagamos por hora, nunca por pieza. Si te falta práctica en algo, te enseñamos.',
    schedule: 'De lunes a viernes, de 9:00 a 16:00',
    transport: 'A dos cuadras de la línea azul.',
  },
  {
    ...{ business: 'tailor', status: 'changes_requested', ago: 4, pay: [18, 20, 'hour'] },
    title: 'Pattern cutter',
    description: 'You cut patterns for small runs. Some experience helps; patience helps more.',
    reason: 'Which days and hours are these? People plan their week around it.',
  },
  {
    ...{ business: 'tailor', status: 'filled', ago: 70, pay: [18, 20, 'hour'], hours: 20 },
    title: 'Ironing and finishing',
    description: 'You iron, fold and pack what the others have sewn. You can sit for half of the day.',
  },
  {
    ...{ business: 'books', status: 'published', ago: 3, pay: [18, 19, 'hour'], hours: 16 },
    title: 'Weekend help at a bookstore',
    description:
      'You shelve books, work the register with a colleague, and run story hour on Saturdays if you like reading aloud. You’re welcome to read what you sell.',
    schedule: 'Saturday and Sunday, 9 a.m. to 5 p.m.',
    ...{ wantsPublic: true, staffSayPublic: true, harmTags: ['cash_handling'] },
  },
  {
    ...{ business: 'books', status: 'published', ago: 25, kind: 'internship', pay: [700, 700, 'month'], hours: 10 },
    title: 'Internship: bookstore events',
    description:
      'Plan two readings with us, from writing to the author to setting out the last chair. Ten hours a week.',
    ...{ remote: true, place: 'San Diego' },
  },
  {
    ...{ business: 'books', status: 'in_review', ago: 2, language: 'es', pay: [18, 19, 'hour'], hours: 20 },
    title: 'Ayuda en librería',
    description: 'Acomodar libros y atender el mostrador por las tardes. Para más informes mándenos un WhatsApp.',
    schedule: 'De lunes a viernes, de 14:00 a 18:00',
  },
  {
    ...{ business: 'books', status: 'withdrawn', ago: 60, pay: [18, 18, 'hour'], hours: 12 },
    title: 'June inventory',
    description: 'Two weeks of counting books with a scanner. You work in pairs, and lunch is on us.',
  },
  {
    ...{ business: 'office', status: 'published', ago: 8, pay: [24, 28, 'hour'], hours: 32, remote: true, place: '' },
    title: 'Bookkeeping assistant, from home',
    description:
      'You match receipts, prepare invoices and write to clients for us. We send you a laptop and a headset, and we meet by video twice a month.',
    schedule: 'You choose your hours, between 7 a.m. and 7 p.m.',
    ...{ equipment: 'Laptop, headset and a chair.', trainingPaid: true, childcareHours: true, wantsPublic: true },
    staffSayPublic: true,
  },
  {
    ...{ business: 'office', status: 'published', ago: 40, kind: 'skills_training', remote: true, place: '' },
    title: 'Bookkeeping in eight evenings',
    description:
      'Free, online, in small groups. You need a phone or a computer, and no one sees you if you don’t want them to.',
    language: 'en',
  },
  {
    ...{ business: 'office', status: 'expiring', ago: 55, language: 'es', pay: [22, 26, 'hour'], hours: 30 },
    title: 'Auxiliar de contabilidad bilingüe',
    description:
      'Capturar facturas y hablar con clientes en español e inglés. Tres días en la oficina y dos desde casa.',
    ...{ idNeeded: true, trainingPaid: true },
  },
  {
    ...{ business: 'office', status: 'in_review', ago: 1, pay: [24, 28, 'hour'], hours: 32, remote: true, place: '' },
    title: 'Payroll assistant, from home',
    description:
      'You prepare the payroll of five small shops and answer questions about pay stubs. Two evenings a month.',
    before: { description: 'You prepare the payroll of five small shops and answer questions about pay stubs.' },
  },
  {
    ...{ business: 'office', status: 'draft', ago: 2, kind: 'other', remote: true, place: '' },
    title: 'An hour about your own books',
    description: 'A free hour with a bookkeeper, for people who want to work for themselves.',
  },
  {
    ...{ business: 'garden', status: 'published', ago: 15, pay: [20, 23, 'hour'], hours: 35 },
    title: 'Gardener in a crew of four',
    description:
      'You plant and water at schools and clinics. We start together at the yard and come back together at three.',
    schedule: 'Monday to Friday, 6:30 a.m. to 3 p.m.',
    ...{ equipment: 'Boots, gloves and a hat.', transport: 'From the yard by van, always with the crew.' },
    ...{
      backgroundCheck: true,
      records: 'Anything older than five years, and anything to do with immigration papers.',
    },
  },
  {
    ...{ business: 'garden', status: 'published', ago: 33, language: 'es', pay: [20, 23, 'hour'], hours: 35 },
    title: 'Jardinería en cuadrilla',
    description:
      'Plantar y regar en escuelas y clínicas, siempre entre cuatro. Salimos del taller y regresamos al taller a las tres.',
    schedule: 'De lunes a viernes, de 6:30 a 15:00',
    ...{ equipment: 'Botas, guantes y sombrero.', harmTags: ['isolated_site'] },
  },
  {
    ...{ business: 'garden', status: 'expired', ago: 80, pay: [19, 21, 'hour'], hours: 40 },
    title: 'Spring planting, six weeks',
    description: 'Six weeks in April and May, with the option to stay. You don’t need experience; we’ll show you.',
  },
  {
    ...{ business: 'garden', status: 'refused', ago: 25, pay: [18, 18, 'hour'] },
    title: 'Caretaker for a hillside lot',
    description: 'You live on site in a trailer and keep the tools safe at night. You will be alone most of the time.',
    reason: 'We don’t list jobs where you live on site or work alone at night.',
    night: true,
  },
  {
    ...{ business: 'code', status: 'published', ago: 5, kind: 'skills_training', pay: [500, 500, 'week'] },
    title: 'Web skills, twelve weeks with a stipend',
    description:
      'HTML, CSS and how to work in a team. Remote or in the studio, as you like, and you can keep your camera off. No laptop? We lend one.',
    ...{ hours: 20, remote: true, place: 'New York', trainingPaid: true, childcareHours: true },
    ...{ equipment: 'A laptop, for as long as the course takes.', wantsPublic: true, staffSayPublic: true },
  },
  {
    ...{ business: 'code', status: 'published', ago: 18, kind: 'internship', pay: [22, 22, 'hour'], hours: 24 },
    title: 'Internship in web design',
    description: 'Real projects with someone beside you. Three months, and a reference that says what you did.',
    ...{ remote: true, place: 'New York' },
  },
  {
    ...{ business: 'code', status: 'published', ago: 27, kind: 'other', pay: [900, 1200, 'once'], remote: true },
    title: 'One project: photos and texts for a bakery’s site',
    description: 'About two weeks of work at your own pace. We pay half when you start and half when you finish.',
    place: '',
  },
  {
    ...{ business: 'code', status: 'in_review', ago: 3, pay: [22, 25, 'hour'], hours: 20, remote: true, place: '' },
    title: 'Content editor, from home',
    description: 'You write and check short texts for websites in English or Spanish, and we read them together.',
  },
  {
    ...{ business: 'clinic', status: 'published', ago: 10, pay: [21, 25, 'hour'], hours: 36, backgroundCheck: true },
    title: 'Front desk at a dental clinic',
    description:
      'You welcome people, keep the calendar and answer the phones, always with a colleague. Day shifts only, and child care is next door.',
    schedule: 'Monday to Friday, 8 a.m. to 4 p.m.',
    records: 'Most of them. We say no only where the law for clinics says we must.',
    ...{ idNeeded: true, childcareHours: true, trainingPaid: true, equipment: 'Scrubs and shoes.' },
  },
  {
    ...{ business: 'clinic', status: 'expiring', ago: 58, language: 'es', pay: [20, 23, 'hour'], hours: 36 },
    title: 'Esterilización de instrumentos',
    description: 'Lavar, revisar y empacar instrumentos con una colega. La capacitación dura tres semanas y se paga.',
    schedule: 'De lunes a viernes, de 8:00 a 16:00',
    ...{ idNeeded: true, trainingPaid: true, childcareHours: true, equipment: 'Uniforme y zapatos.' },
  },
  {
    ...{ business: 'clinic', status: 'changes_requested', ago: 6, pay: [95, 110, 'hour'], hours: 20 },
    title: 'Treatment coordinator',
    description: 'You explain treatment plans and prices to patients, after eight weeks of training.',
    reason: 'Is that pay for an hour or for a day? It’s far more than other clinics pay.',
  },
  {
    ...{ business: 'kitchen', status: 'draft', ago: 7, pay: [18, 20, 'hour'], hours: 25, trainingPaid: true },
    title: 'School lunch cook',
    description: 'You cook lunch for four schools, and you earn a food safety certificate along the way.',
    schedule: 'School days, 7 a.m. to 1 p.m.',
  },
];
