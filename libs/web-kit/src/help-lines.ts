/** A help line as every page shows it. Numbers age: each entry says when it was checked and when it must be again. */
export interface HelpLine {
  id: string;
  name: { en: string; es: string };
  about: { en: string; es: string };
  /** Dialled (E.164, or a short number such as 911) and as people read it. */
  phone: { dial: string; shown: string };
  /** A short code is not an E.164 number. */
  text?: { dial: string; shown: string };
  tty?: string;
  chatUrl?: string;
  allDay: boolean;
  confidential: boolean;
  /** Spoken by staff; `interpretedLanguages` counts those reached through an interpreter. */
  languages: readonly string[];
  interpretedLanguages?: number;
  source: string;
  /** ISO dates. */
  verifiedAt: string;
  reverifyBy: string;
}

export const helpLines: readonly HelpLine[] = [
  {
    id: 'national-hotline',
    name: { en: 'National Human Trafficking Hotline', es: 'Línea Nacional contra la Trata de Personas' },
    about: {
      en: 'For anyone who is being exploited, or worries about somebody who might be.',
      es: 'Para quien está sufriendo explotación o se preocupa por otra persona.',
    },
    phone: { dial: '+18883737888', shown: '1-888-373-7888' },
    text: { dial: '233733', shown: '233733 (BEFREE)' },
    tty: '711',
    chatUrl: 'https://humantraffickinghotline.org',
    allDay: true,
    confidential: true,
    languages: ['en', 'es'],
    interpretedLanguages: 200,
    source: 'https://humantraffickinghotline.org',
    verifiedAt: '2026-11-24',
    reverifyBy: '2027-02-24',
  },
  {
    id: 'missing-children',
    name: { en: 'Missing & Exploited Children', es: 'Menores Desaparecidos y Explotados' },
    about: {
      en: 'The national center for children and teenagers.',
      es: 'El centro nacional para niñas, niños y adolescentes.',
    },
    phone: { dial: '+18008435678', shown: '1-800-THE-LOST' },
    allDay: true,
    confidential: false,
    languages: ['en', 'es'],
    source: 'https://www.missingkids.org',
    verifiedAt: '2026-11-24',
    reverifyBy: '2027-02-24',
  },
  {
    id: 'emergency',
    name: { en: 'Emergency', es: 'Emergencias' },
    about: { en: 'If somebody is in danger right now.', es: 'Si alguien corre peligro en este momento.' },
    phone: { dial: '911', shown: '911' },
    allDay: true,
    confidential: false,
    languages: ['en', 'es'],
    source: 'https://www.911.gov',
    verifiedAt: '2026-11-24',
    reverifyBy: '2027-02-24',
  },
];

/** The lines that staff must check again; they stay on the pages meanwhile, because an old number is better than none. */
export function helpLinesToCheck(now: Date): readonly HelpLine[] {
  return helpLines.filter(({ reverifyBy }) => new Date(`${reverifyBy}T00:00:00Z`) <= now);
}
