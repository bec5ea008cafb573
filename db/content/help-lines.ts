/** A help line that ships with the product. Staff verify it, and may change it afterward. */
export interface ShippedHelpLine {
  code: string;
  name: string;
  nameEs: string;
  about: string;
  aboutEs: string;
  phoneKind: 'e164' | 'short_code';
  phone: string;
  phoneShown: string;
  textKind: 'e164' | 'short_code' | null;
  textNumber: string | null;
  textShown: string | null;
  tty: string | null;
  chatUrl: string | null;
  allDay: boolean;
  confidential: boolean;
  takesReports: boolean;
  forEmergencies: boolean;
  /** Languages spoken by the staff of the line; empty if its own pages don't list them. */
  languages: readonly string[];
  interpretedLanguages: number | null;
  country: string;
  sourceName: string;
  sourceYear: number;
  sourceUrl: string;
  verifiedOn: string;
  verifyBy: string;
}

const checkedFields = { country: 'US', sourceYear: 2026, verifiedOn: '2026-11-24', verifyBy: '2027-02-24' } as const;
const noTextNumber = { textKind: null, textNumber: null, textShown: null, tty: null, chatUrl: null } as const;

/** In display order. The site has the same lines compiled in (libs/web-kit), for when the server doesn't answer. */
export const shippedHelpLines: readonly ShippedHelpLine[] = [
  {
    ...checkedFields,
    code: 'national-hotline',
    name: 'National Human Trafficking Hotline',
    nameEs: 'Línea Nacional contra la Trata de Personas',
    about: 'For anyone who is being exploited, or is worried about someone who might be.',
    aboutEs: 'Para quien está sufriendo explotación o se preocupa por otra persona.',
    phoneKind: 'e164',
    phone: '+18883737888',
    phoneShown: '1-888-373-7888',
    textKind: 'short_code',
    textNumber: '233733',
    textShown: '233733 (BEFREE)',
    tty: '711',
    chatUrl: 'https://humantraffickinghotline.org',
    allDay: true,
    confidential: true,
    takesReports: true,
    forEmergencies: false,
    languages: ['en', 'es'],
    interpretedLanguages: 200,
    sourceName: 'National Human Trafficking Hotline',
    sourceUrl: 'https://humantraffickinghotline.org',
  },
  {
    ...checkedFields,
    ...noTextNumber,
    code: 'missing-children',
    name: 'Missing & Exploited Children',
    nameEs: 'Menores Desaparecidos y Explotados',
    about: 'The national center for children and teenagers.',
    aboutEs: 'El centro nacional para niñas, niños y adolescentes.',
    phoneKind: 'e164',
    phone: '+18008435678',
    phoneShown: '1-800-THE-LOST',
    allDay: true,
    confidential: false,
    takesReports: true,
    forEmergencies: false,
    languages: [],
    interpretedLanguages: null,
    sourceName: 'National Center for Missing & Exploited Children',
    sourceUrl: 'https://www.missingkids.org',
  },
  {
    ...checkedFields,
    ...noTextNumber,
    code: 'emergency',
    name: 'Emergency',
    nameEs: 'Emergencias',
    about: 'If someone is in danger right now.',
    aboutEs: 'Si alguien corre peligro en este momento.',
    phoneKind: 'short_code',
    phone: '911',
    phoneShown: '911',
    allDay: true,
    confidential: false,
    takesReports: false,
    forEmergencies: true,
    languages: [],
    interpretedLanguages: null,
    sourceName: '911.gov',
    sourceUrl: 'https://www.911.gov',
  },
];
