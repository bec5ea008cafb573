import { isLocale, type Language, type Locale } from './i18n/locale.js';

/** See `HelpLine` in schema.graphql. */
export interface HelpLine {
  id: string;
  name: string;
  nameEs: string;
  about: string;
  aboutEs: string;
  /** E.164, or a short code. */
  phone: string;
  phoneShown: string;
  textNumber: string | null;
  textShown: string | null;
  tty: string | null;
  chatUrl: string | null;
  allDay: boolean;
  hours: string | null;
  hoursEs: string | null;
  confidential: boolean;
  takesReports: boolean;
  forEmergencies: boolean;
  /** `interpretedLanguages` counts those available through interpreters. */
  languages: readonly string[];
  interpretedLanguages: number | null;
  area: string;
  areaEs: string;
  sourceName: string;
  sourceYear: number;
  sourceUrl: string;
  /** Shown on every page; can't be removed. */
  national: boolean;
  /** ISO date of the last manual check; null if never checked. */
  checkedOn: string | null;
}

const nationalDefaults = {
  hours: null,
  hoursEs: null,
  area: '',
  areaEs: '',
  sourceYear: 2026,
  national: true,
  checkedOn: null,
} as const;
const noTextContact = { textNumber: null, textShown: null, tty: null, chatUrl: null } as const;

/**
 * Built-in help lines, shown until the API responds and if it fails.
 * Same as `db/content/help-lines.ts`; a test compares them.
 */
export const compiledHelpLines: readonly HelpLine[] = [
  {
    ...nationalDefaults,
    id: 'national-hotline',
    name: 'National Human Trafficking Hotline',
    nameEs: 'Línea Nacional contra la Trata de Personas',
    about: 'For anyone who is being exploited, or is worried about someone who might be.',
    aboutEs: 'Para quien está sufriendo explotación o se preocupa por otra persona.',
    phone: '+18883737888',
    phoneShown: '1-888-373-7888',
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
    ...nationalDefaults,
    ...noTextContact,
    id: 'missing-children',
    name: 'Missing & Exploited Children',
    nameEs: 'Menores Desaparecidos y Explotados',
    about: 'The national center for children and teenagers.',
    aboutEs: 'El centro nacional para niñas, niños y adolescentes.',
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
    ...nationalDefaults,
    ...noTextContact,
    id: 'emergency',
    name: 'Emergency',
    nameEs: 'Emergencias',
    about: 'If someone is in danger right now.',
    aboutEs: 'Si alguien corre peligro en este momento.',
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

/** Returns the first line to call, other national lines and the emergency number, for every page. */
export function footerHelpLines(lines: readonly HelpLine[]) {
  const ordered = [...lines.filter(({ national }) => national), ...lines.filter(({ national }) => !national)];
  const [first = null, ...rest] = ordered.filter(({ forEmergencies }) => !forEmergencies);
  return {
    first,
    others: rest.filter(({ national }) => national),
    emergency: ordered.find(({ forEmergencies }) => forEmergencies) ?? null,
  };
}

export interface HelpLineTexts {
  name: string;
  about: string;
  hours: string | null;
  area: string;
}

/** @param content translations of English texts into a language that the line doesn't have itself */
export function helpLineIn(
  locale: Locale,
  line: HelpLine,
  content: Readonly<Record<string, string>> = {},
): HelpLineTexts {
  const es = locale === 'es';
  const known = (text: string) => content[text] ?? text;
  return {
    name: known(es ? line.nameEs : line.name),
    about: known(es ? line.aboutEs : line.about),
    hours: es ? line.hoursEs : line.hours,
    area: es ? line.areaEs : line.area,
  };
}

/** Returns the value of `lang` for a text of staff, which is in English if the page's language has no such texts. */
export function contentLang(
  language: Language,
  text: string,
  content: Readonly<Record<string, string>> = {},
): 'en' | undefined {
  return isLocale(language) || Object.values(content).includes(text) ? undefined : 'en';
}

interface FactWords {
  allDay: string;
  confidential: string;
  interpreters: (values: { count: number }) => string;
}

/** Returns hours, confidentiality, languages and area. */
export function helpLineFacts(line: HelpLine, locale: Locale, t: FactWords, languagesText: string): string[] {
  const { hours, area } = helpLineIn(locale, line);
  return [
    line.allDay ? t.allDay : hours,
    line.confidential && t.confidential,
    languagesText,
    line.interpretedLanguages !== null && t.interpreters({ count: line.interpretedLanguages }),
    area,
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
}
