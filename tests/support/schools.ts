import { SignedIds } from '@upstander/platform';
import { randomBytes } from 'node:crypto';
import { startApp, type TestApp } from './app.js';
import { aChapter } from './factories.js';
import { aMessageForm } from './site-messages.js';

export const schoolAskFields = `id school city status asker name email letterEn letterEs letterSender nextStep nextStepOn isDue students
  nextStatuses ownerId ownerName chapterId chapterName districtName isFictional
  contacts { id name role email } notes { id body author mayDelete } documents { id fileName url size }
  lessons { id taughtOn students curriculum } shiftIds events { kind fromStatus toStatus detail by at }
  owners { id name } statutes { name year url }`;

export const schoolOperations = {
  start: 'mutation ($input: StartSchoolAskInput!) { startSchoolAsk(input: $input) { ok } }',
  mine: `query ($token: String!) { mySchoolAsk(token: $token) {
    school status name letterEn letterEs mayEdit chapterName steps { status }
  } }`,
  confirm: 'mutation ($input: SchoolAskTokenInput!) { confirmSchoolAsk(input: $input) { status } }',
  edit: 'mutation ($input: EditSchoolLetterInput!) { editSchoolLetter(input: $input) { letterEn letterEs } }',
  sent: 'mutation ($input: SchoolAskTokenInput!) { sendSchoolLetter(input: $input) { status } }',
  withdraw: 'mutation ($input: SchoolAskTokenInput!) { withdrawSchoolAsk(input: $input) { ok } }',
  create: `mutation ($input: CreateSchoolAskInput!) { createSchoolAsk(input: $input) { ${schoolAskFields} } }`,
  advance: `mutation ($input: AdvanceSchoolAskInput!) { advanceSchoolAsk(input: $input) { ${schoolAskFields} } }`,
  plan: `mutation ($input: PlanSchoolAskInput!) { planSchoolAsk(input: $input) { ${schoolAskFields} } }`,
  move: `mutation ($id: ID!, $chapterId: ID) { moveSchoolAsk(id: $id, chapterId: $chapterId) { ${schoolAskFields} } }`,
  show: `query ($id: ID!) { schoolAsk(id: $id) { ${schoolAskFields} } }`,
  list: `query ($filter: SchoolAskFilter, $first: Int, $after: String) { schoolAsks(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id school status } }
  } }`,
  addContact: `mutation ($id: ID!, $input: SchoolContactInput!) { addSchoolContact(id: $id, input: $input) { ${schoolAskFields} } }`,
  addNote: `mutation ($id: ID!, $body: String!) { addSchoolNote(id: $id, body: $body) { ${schoolAskFields} } }`,
  deleteNote: `mutation ($id: ID!) { deleteSchoolNote(id: $id) { ${schoolAskFields} } }`,
  lesson: `mutation ($id: ID!, $input: SchoolLessonInput!) { recordSchoolLesson(id: $id, input: $input) { ${schoolAskFields} } }`,
  link: `mutation ($id: ID!, $shiftId: ID!, $linked: Boolean!) {
    linkSchoolShift(id: $id, shiftId: $shiftId, linked: $linked) { ${schoolAskFields} }
  }`,
  report: `query ($from: LocalDate!, $to: LocalDate!, $chapterId: ID) { schoolReport(from: $from, to: $to, chapterId: $chapterId) {
    steps { status districts } quarters { start asks students protocols }
    chapters { start chapterName asks students protocols }
  } }`,
};

export interface ShownAsk {
  id: string;
  status: string;
  [field: string]: unknown;
}

/** A file with two districts and three schools in NCES columns. */
export const directoryFile = `LEAID,LEA_NAME,NCESSCH,SCH_NAME,LSTATE,LCITY,LZIP,LEVEL
9900010,Example Valley Unified,990001000001,Redwood Middle School,CA,Fresno,93701,Middle
9900010,Example Valley Unified,990001000002,Redwood High School,CA,Fresno,93701,High
9900020,Sample Coast Unified,990002000001,Bay View High School,CA,Oakland,94601,High
`;

export const anAsk = (parts: Record<string, unknown> = {}) => ({
  school: 'Redwood Middle School',
  city: 'Fresno',
  asker: 'PARENT',
  letterSender: 'US',
  name: 'Dana Whitfield',
  email: 'dana@example.org',
  letterEn: 'Dear principal, please teach our children what the signs are.',
  letterEs: 'Estimada directora: enseñe a nuestros hijos cuáles son las señales.',
  ...parts,
});

/** Creates a request by SQL and brings it to a status through permitted transitions. */
export async function aSchoolAsk(
  app: TestApp,
  parts: { chapterId?: string | null; email?: string; status?: string; school?: string } = {},
): Promise<{ id: string; token: string }> {
  const { chapterId = null, email = null, status = 'district', school = 'Redwood Middle School' } = parts;
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO outreach.ask (school, city, state, chapter_id, asker, name, email, letter_en, letter_es, letter_by, status,
       created_at, changed_at)
     VALUES ($1, 'Fresno', 'CA', $2, 'parent', CASE WHEN $3::text IS NOT NULL THEN 'Dana' END, $3, 'Dear principal', 'Estimada', 'us',
       $4, $5, $5) RETURNING id`,
    [school, chapterId, email, status, app.clock.now()],
  );
  return { id: row!.id, token: app.nest.get(SignedIds).sign('school-ask', row!.id) };
}

export const aTalk = (app: TestApp, parts: Record<string, unknown> = {}) => ({
  school: 'Redwood Middle School',
  city: 'Fresno',
  postcode: '93701',
  name: 'Priya Nair',
  role: 'Counselor',
  email: 'priya@example.org',
  grades: '7 and 8',
  students: 120,
  preferredDates: 'A Tuesday in March',
  format: 'IN_PERSON',
  talkLanguage: 'EN',
  message: 'We have 45 minutes.',
  language: 'EN',
  form: aMessageForm(app),
  ...parts,
});

export async function aSchoolTalk(
  app: TestApp,
  { chapterId = null, school = 'Redwood Middle School', email = 'priya@example.org' } = {} as {
    chapterId?: string | null;
    school?: string;
    email?: string;
  },
): Promise<string> {
  const [row] = await app.db.query<{ id: string }>(
    `INSERT INTO outreach.school_talk (school, city, chapter_id, name, role, email, grades, students, format,
       talk_language, message, language, form_hash, received_at)
     VALUES ($1, 'Fresno', $2, 'Priya Nair', 'Counselor', $3, '7', 120, 'online', 'en', '', 'en', $4, $5) RETURNING id`,
    [school, chapterId, email, randomBytes(32), app.clock.now()],
  );
  return row!.id;
}

type Staff = 'organizer' | 'other' | 'admin';

export class SchoolDesk {
  private constructor(
    readonly app: TestApp,
    readonly chapters: { fresno: string; oakland: string },
    readonly people: Record<Staff, { accountId: string; email: string; cookie: string }>,
  ) {}

  static async at(now: Date): Promise<SchoolDesk> {
    const app = await startApp();
    app.clock.set(now);
    const [fresno, oakland] = [await aChapter(app.db), await aChapter(app.db, { name: 'Oakland' })];
    const people = {
      organizer: await app.signedIn({ role: 'organizer', chapterId: fresno.id, name: 'Rosa Diaz' }),
      other: await app.signedIn({ role: 'organizer', chapterId: oakland.id }),
      admin: await app.signedIn({ role: 'admin' }),
    };
    return new SchoolDesk(app, { fresno: fresno.id, oakland: oakland.id }, people);
  }

  ask(role: Staff | 'nobody', query: string, variables: Record<string, unknown>) {
    const options = role === 'nobody' ? {} : { cookie: this.people[role].cookie };
    return this.app.graphql<Record<string, unknown>>(query, variables, options);
  }

  async acts<T = ShownAsk>(role: Staff | 'nobody', query: string, variables: Record<string, unknown>): Promise<T> {
    const { data, errors } = await this.ask(role, query, variables);
    expect(errors).toBeUndefined();
    return Object.values(data)[0] as T;
  }

  async refusal(role: Staff | 'nobody', query: string, variables: Record<string, unknown>) {
    const { errors } = await this.ask(role, query, variables);
    const { code, details } = errors![0]!.extensions;
    return details?.['fields'] ? { code, fields: details['fields'] } : { code };
  }

  async clear(): Promise<void> {
    await this.app.db.query(`DELETE FROM outreach.ask; DELETE FROM notifications.mail;
      DELETE FROM outreach.directory_entry WHERE kind = 'school'; DELETE FROM outreach.directory_entry`);
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
