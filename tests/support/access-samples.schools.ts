import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aShift } from './factories.js';
import { aSchoolAsk, aSchoolTalk, anAsk, aTalk, directoryFile } from './schools.js';

const askIn = ({ app, chapter }: Place) => aSchoolAsk(app, { chapterId: chapter.id });
const byToken =
  (status: string, extra: object = {}): MakeSample =>
  async ({ app, chapter }) => {
    const { token } = await aSchoolAsk(app, { chapterId: chapter.id, email: `${randomUUID()}@example.org`, status });
    return { variables: { input: { token, ...extra } } };
  };
const talkIn = ({ app, chapter }: Place) => aSchoolTalk(app, { chapterId: chapter.id });
const letters = { letterEn: 'Dear principal', letterEs: 'Estimada directora' };
const contact = { name: 'Rosa Diaz', role: 'Principal' };
const lesson = { taughtOn: '2026-01-15', students: 30, curriculum: 'Signs and help' };

/** Creates a part of a school request in the chapter and returns its ID. */
async function insertPart(place: Place, sql: string, extra: unknown[] = []): Promise<string> {
  const { id } = await askIn(place);
  const [row] = await place.app.db.query<{ id: string }>(sql, [id, place.app.clock.now(), ...extra]);
  return row!.id;
}
const contactIn = (place: Place) =>
  insertPart(
    place,
    `INSERT INTO outreach.contact (ask_id, name, role, created_at) VALUES ($1, 'Rosa', '', $2) RETURNING id`,
  );
const documentIn = (place: Place) =>
  insertPart(
    place,
    `INSERT INTO outreach.document (ask_id, file_name, sha256, bytes, size, created_at)
     VALUES ($1, 'protocol.pdf', 'x', '%PDF-1.7', 8, $2) RETURNING id`,
  );
/** Creates a request with a new name each time, because answers are cached for a second. */
async function createListed(place: Place) {
  const school = `School ${randomUUID()}`;
  const { id } = await aSchoolAsk(place.app, { chapterId: place.chapter.id, school });
  return { id, school };
}

export const schoolSamples: Record<string, MakeSample> = {
  findSchools: () => ({ variables: { search: randomUUID() }, select: '{ id }' }),
  directoryEntry: async ({ app }) => {
    const [row] = await app.db.query<{ id: string }>(
      `INSERT INTO outreach.directory_entry (kind, nces_id, name, city, state, postcode, imported_at)
       VALUES ('district', lpad((floor(random() * 10000000))::integer::text, 7, '0'), 'Example Unified', 'Fresno', 'CA', '93701', $1)
       RETURNING id`,
      [app.clock.now()],
    );
    return { variables: { id: row!.id } };
  },
  schoolDirectory: () => ({ variables: { filter: { search: randomUUID() } }, select: '{ totalCount }' }),
  schoolStatutes: () => ({ select: '{ name }' }),
  startSchoolAsk: () => ({ variables: { input: anAsk({ email: `${randomUUID()}@example.org` }) } }),
  mySchoolAsk: async (place) => ({ variables: { token: (await askIn(place)).token } }),
  confirmSchoolAsk: byToken('unconfirmed'),
  editSchoolLetter: byToken('unconfirmed', letters),
  sendSchoolLetter: byToken('district'),
  withdrawSchoolAsk: byToken('unconfirmed'),
  schoolAsks: async (place) => {
    const { id, school } = await createListed(place);
    return {
      variables: { filter: { search: school } },
      select: '{ edges { node { id } } }',
      sees: (answer) => (answer as { edges: Array<{ node: { id: string } }> }).edges.some(({ node }) => node.id === id),
    };
  },
  schoolAsk: async (place) => ({ variables: { id: (await askIn(place)).id } }),
  createSchoolAsk: ({ chapter }) => ({
    variables: { input: { school: 'Redwood High School', chapterId: chapter.id } },
  }),
  advanceSchoolAsk: async (place) => ({
    variables: { input: { id: (await askIn(place)).id, from: 'DISTRICT', to: 'CONTACT' } },
  }),
  planSchoolAsk: async (place) => ({
    variables: { input: { id: (await askIn(place)).id, nextStep: 'Call', nextStepOn: '2090-01-15' } },
  }),
  moveSchoolAsk: async (place) => ({ variables: { id: (await askIn(place)).id, chapterId: place.home.id } }),
  schoolContacts: async (place) => {
    const name = randomUUID();
    const sql = `INSERT INTO outreach.contact (ask_id, name, role, created_at) VALUES ($1, $3, '', $2) RETURNING id`;
    const id = await insertPart(place, sql, [name]);
    return {
      variables: { search: name },
      select: '{ edges { node { id } } }',
      sees: (answer) => (answer as { edges: Array<{ node: { id: string } }> }).edges.some(({ node }) => node.id === id),
    };
  },
  addSchoolContact: async (place) => ({ variables: { id: (await askIn(place)).id, input: contact } }),
  updateSchoolContact: async (place) => ({ variables: { id: await contactIn(place), input: contact } }),
  deleteSchoolContact: async (place) => ({ variables: { id: await contactIn(place) } }),
  addSchoolNote: async (place) => ({ variables: { id: (await askIn(place)).id, body: 'They call back.' } }),
  deleteSchoolNote: async (place) => ({
    variables: {
      id: await insertPart(
        place,
        `INSERT INTO outreach.note (ask_id, body, author_id, created_at) VALUES ($1, 'Called.', $3, $2) RETURNING id`,
        [place.caller.accountId],
      ),
    },
  }),
  deleteSchoolDocument: async (place) => ({ variables: { id: await documentIn(place) } }),
  recordSchoolLesson: async (place) => ({ variables: { id: (await askIn(place)).id, input: lesson } }),
  deleteSchoolLesson: async (place) => ({
    variables: {
      id: await insertPart(
        place,
        `INSERT INTO outreach.lesson (ask_id, taught_on, students, curriculum, created_at)
         VALUES ($1, '2026-01-15', 30, 'Signs', $2) RETURNING id`,
      ),
    },
  }),
  linkSchoolShift: async (place) => ({
    variables: { id: (await askIn(place)).id, shiftId: (await aShift(place.app.db)).id },
  }),
  requestSchoolTalk: ({ app }) => ({ variables: { input: aTalk(app, { email: `${randomUUID()}@example.org` }) } }),
  schoolTalks: async ({ app, chapter }) => {
    const school = `School ${randomUUID()}`;
    const id = await aSchoolTalk(app, { chapterId: chapter.id, school });
    return {
      variables: { filter: { search: school } },
      select: '{ edges { node { id } } }',
      sees: (answer) => (answer as { edges: Array<{ node: { id: string } }> }).edges.some(({ node }) => node.id === id),
    };
  },
  setSchoolTalkStatus: async (place) => ({ variables: { id: await talkIn(place), status: 'ANSWERED' } }),
  deleteSchoolTalk: async (place) => ({ variables: { id: await talkIn(place) } }),
  schoolReport: ({ chapter }) => ({
    variables: { from: '2026-01-01', to: '2026-12-31', chapterId: chapter.id },
    select: '{ steps { districts } }',
  }),
};

const pdf = Uint8Array.from(Buffer.from('%PDF-1.7\n%'));

export const schoolRouteSamples: Record<string, MakeSample> = {
  'POST /imports/schools': () => ({
    path: '/imports/schools',
    body: directoryFile,
    headers: { 'content-type': 'text/csv' },
  }),
  'POST /school-documents': async (place) => ({
    path: `/school-documents?ask=${(await askIn(place)).id}&fileName=protocol.pdf`,
    body: pdf,
    headers: { 'content-type': 'application/pdf' },
  }),
  'GET /school-documents/:id': async (place) => ({ path: `/school-documents/${await documentIn(place)}` }),
};
