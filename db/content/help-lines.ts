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

interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

/** Skips lines that staff verified later. A line counts as checked only once a person has checked it here. */
export async function writeHelpLines(runner: Runner): Promise<void> {
  const lines = shippedHelpLines.map((line, at) => ({ ...line, position: at + 1 }));
  await runner.query(
    `INSERT INTO learning.help_line AS l (code, name, name_es, about, about_es, phone_kind, phone, phone_shown, text_kind,
       text_number, text_shown, tty, chat_url, all_day, confidential, takes_reports, for_emergencies, languages,
       interpreted_languages, country, source_name, source_year, source_url, verified_on, verify_by, position, national, published)
     SELECT s.code, s.name, s."nameEs", s.about, s."aboutEs", s."phoneKind", s.phone, s."phoneShown", s."textKind",
       s."textNumber", s."textShown", s.tty, s."chatUrl", s."allDay", s.confidential, s."takesReports", s."forEmergencies",
       s.languages, s."interpretedLanguages", s.country, s."sourceName", s."sourceYear", s."sourceUrl", s."verifiedOn",
       s."verifyBy", s.position, true, true
     FROM jsonb_to_recordset($1::jsonb) AS s (code text, name text, "nameEs" text, about text, "aboutEs" text,
       "phoneKind" text, phone text, "phoneShown" text, "textKind" text, "textNumber" text, "textShown" text, tty text,
       "chatUrl" text, "allDay" boolean, confidential boolean, "takesReports" boolean, "forEmergencies" boolean,
       languages text[], "interpretedLanguages" integer, country text, "sourceName" text, "sourceYear" integer,
       "sourceUrl" text, "verifiedOn" date, "verifyBy" date, position integer)
     ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, name_es = EXCLUDED.name_es, about = EXCLUDED.about,
       about_es = EXCLUDED.about_es, phone_kind = EXCLUDED.phone_kind, phone = EXCLUDED.phone,
       phone_shown = EXCLUDED.phone_shown, text_kind = EXCLUDED.text_kind, text_number = EXCLUDED.text_number,
       text_shown = EXCLUDED.text_shown, tty = EXCLUDED.tty, chat_url = EXCLUDED.chat_url, all_day = EXCLUDED.all_day,
       confidential = EXCLUDED.confidential, takes_reports = EXCLUDED.takes_reports,
       for_emergencies = EXCLUDED.for_emergencies, languages = EXCLUDED.languages,
       interpreted_languages = EXCLUDED.interpreted_languages, country = EXCLUDED.country,
       source_name = EXCLUDED.source_name, source_year = EXCLUDED.source_year, source_url = EXCLUDED.source_url,
       verified_on = EXCLUDED.verified_on, verify_by = EXCLUDED.verify_by, verified_by = NULL,
       checked_on = NULL
       WHERE l.verified_on < EXCLUDED.verified_on`,
    [JSON.stringify(lines)],
  );
}
