import type { Tx } from '@upstander/platform';
import { chapters, type ChapterKey } from './chapters.js';
import { idOf } from './random.js';

const HOUR = 3_600_000;

interface DemoTalk {
  chapter: ChapterKey | null;
  /** Number of a school in the made-up directory, or the name and city of one that is not in it. */
  school: string | readonly [name: string, city: string, postcode: string | null];
  name: string;
  role: string;
  grades: string;
  students: number;
  dates: string | null;
  format: 'in_person' | 'online' | 'either';
  talkLanguage: 'en' | 'es' | 'both';
  message: string;
  language: 'en' | 'es';
  status: 'new' | 'answered' | 'planned' | 'declined';
  hoursAgo: number;
}

const talks: readonly DemoTalk[] = [
  {
    chapter: 'la',
    school: '990001000001',
    name: 'Priya Nair',
    role: 'Counselor',
    grades: '7 and 8',
    students: 120,
    dates: 'A Tuesday or Thursday in February',
    format: 'in_person',
    talkLanguage: 'en',
    message: 'We have two 45-minute assemblies. Could one of them cover what happens online?',
    language: 'en',
    status: 'new',
    hoursAgo: 7,
  },
  {
    chapter: 'la',
    school: ['Colegio Las Palmas', 'Los Angeles', '90022'],
    name: 'Elena Márquez',
    role: 'Coordinadora de padres',
    grades: 'Familias de 6 a 8',
    students: 40,
    dates: null,
    format: 'either',
    talkLanguage: 'es',
    message: 'Nuestras familias prefieren las tardes.',
    language: 'es',
    status: 'new',
    hoursAgo: 26,
  },
  {
    chapter: 'sd',
    school: '990002000001',
    name: 'Owen Hart',
    role: 'Health teacher',
    grades: '9',
    students: 64,
    dates: 'January 20 or 22',
    format: 'in_person',
    talkLanguage: 'both',
    message: '',
    language: 'en',
    status: 'planned',
    hoursAgo: 210,
  },
  {
    chapter: null,
    school: ['Prairie Rose High School', 'Omaha', '68104'],
    name: 'Lena Voss',
    role: 'Principal',
    grades: 'Staff only',
    students: 35,
    dates: 'Staff day, March 6',
    format: 'online',
    talkLanguage: 'en',
    message: 'We’d like to cover who to tell, and how.',
    language: 'en',
    status: 'answered',
    hoursAgo: 96,
  },
];

export async function insertSchoolTalks(tx: Tx, now: Date): Promise<void> {
  for (const talk of talks) {
    const at = new Date(now.valueOf() - talk.hoursAgo * HOUR);
    const [entryId, [school, city, postcode]] =
      typeof talk.school === 'string'
        ? ([idOf('school', talk.school), [null, null, null]] as const)
        : ([null, talk.school] as const);
    const email = `${talk.name.split(' ')[0]!.toLowerCase()}@school.example`;
    const answeredAt = talk.status === 'new' ? null : new Date(at.valueOf() + 5 * HOUR);
    await tx.query(
      `INSERT INTO outreach.school_talk (id, entry_id, school, city, postcode, chapter_id, name, role, email, grades,
         students, preferred_dates, format, talk_language, message, language, status, status_at, form_hash, received_at)
       SELECT $1::uuid, $2::uuid, coalesce(e.name, $3), coalesce(e.city, $4), coalesce(e.postcode, $5), $6, $7, $8, $9, $10, $11, $12,
         $13, $14, $15, $16, $17, $18, sha256($1::text::bytea), $19
       FROM (SELECT) one LEFT JOIN outreach.directory_entry e ON e.id = $2`,
      [
        idOf('school talk', talk.name),
        entryId,
        school,
        city,
        postcode,
        talk.chapter && chapters[talk.chapter].id,
        talk.name,
        talk.role,
        email,
        talk.grades,
        talk.students,
        talk.dates,
        talk.format,
        talk.talkLanguage,
        talk.message,
        talk.language,
        talk.status,
        answeredAt,
        at,
      ],
    );
  }
}
