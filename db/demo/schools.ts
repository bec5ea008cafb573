import { pipeline, readCcd, type SchoolAskStatus } from '@upstander/outreach';
import { tableRows } from '@upstander/files';
import { type Tx } from '@upstander/platform';
import { chapters } from './chapters.js';
import { insert } from './insert.js';
import { idOf } from './random.js';
import { schoolAsks, type DemoAsk } from './school-asks.js';
import { schoolFile } from './school-file.js';

const day = 86_400_000;

export async function insertSchools(tx: Tx, now: Date): Promise<number> {
  const entries = await insertDirectory(tx, now);
  for (const ask of schoolAsks) await insertAsk(tx, ask, entries, now);
  return schoolAsks.length;
}

type Entry = { id: string; name: string; city: string };

async function insertDirectory(tx: Tx, now: Date): Promise<Map<string, Entry>> {
  const districts = new Map<string, object>();
  const schools: object[] = [];
  const entries = new Map<string, Entry>();
  const common = { state: 'CA', madeUp: true, importedAt: now };
  for await (const row of readCcd(Buffer.from(schoolFile), tableRows)) {
    if ('problem' in row) throw new Error(`Row ${row.row} of the made-up directory: ${row.column} ${row.problem}.`);
    const districtId = idOf('school', row.leaId);
    const location = { city: row.city, postcode: row.postcode, ...common };
    if (!districts.has(row.leaId)) {
      const district = {
        id: districtId,
        kind: 'district',
        ncesId: row.leaId,
        districtId: null,
        name: row.leaName,
        level: null,
      };
      districts.set(row.leaId, { ...district, ...location });
      entries.set(row.leaId, { id: districtId, name: row.leaName, city: row.city });
    }
    const id = idOf('school', row.ncesSchool!);
    schools.push({
      id,
      kind: 'school',
      ncesId: row.ncesSchool,
      districtId,
      name: row.school,
      level: row.level,
      ...location,
    });
    entries.set(row.ncesSchool!, { id, name: row.school!, city: row.city });
  }
  await insert(tx, 'outreach.directory_entry', [...districts.values()]);
  await insert(tx, 'outreach.directory_entry', schools);
  return entries;
}

async function insertAsk(tx: Tx, ask: DemoAsk, entries: Map<string, Entry>, now: Date): Promise<void> {
  const id = idOf('school-ask', ask.place);
  const entry = entries.get(ask.place);
  const school = entry?.name ?? ask.place;
  const begins = new Date(now.valueOf() - ask.daysAgo * day);
  const ownerId = ask.owner ? idOf('account', ask.owner) : null;
  const [step = null, inDays = 0] = ask.next ?? [];
  const nextStepOn = ask.next ? new Date(now.valueOf() + inDays * day).toISOString().slice(0, 10) : null;
  const transitions = transitionsTo(ask.status);
  const transitionTime = (i: number) =>
    new Date(begins.valueOf() + (ask.daysAgo * day * (i + 1)) / (transitions.length + 2));
  await insert(tx, 'outreach.ask', [
    {
      id,
      entryId: entry?.id ?? null,
      school,
      city: entry?.city ?? '',
      state: 'CA',
      chapterId: ask.chapter && chapters[ask.chapter].id,
      asker: ask.asker,
      name: ask.name ?? null,
      email: ask.name
        ? `${ask.name
            .split(' ')[0]!
            .toLowerCase()
            .replace(/[^a-z]/g, '')}.school@demo.example`
        : null,
      language: 'en',
      letterEn: ask.name ? letterText(school, ask.name) : '',
      letterEs: '',
      letterBy: ask.letterBy ?? 'us',
      status: 'district',
      ownerId,
      nextStep: step,
      nextStepOn,
      stepVersion: 1,
      tokenVersion: 0,
      createdAt: begins,
      changedAt: transitionTime(transitions.length - 1),
    },
  ]);
  const change = { askId: id, fromStatus: null, toStatus: null, detail: null, byAccountId: ownerId };
  const changes = [
    { ...change, kind: 'started', at: begins },
    ...transitions.map(([from, to], i) => ({
      ...change,
      kind: 'status',
      fromStatus: from,
      toStatus: to,
      at: transitionTime(i),
    })),
  ];
  await insert(tx, 'outreach.ask_change', changes);
  for (const [, to] of transitions) await tx.query('UPDATE outreach.ask SET status = $2 WHERE id = $1', [id, to]);
  await insertParts(tx, id, ask, ownerId, now);
}

async function insertParts(tx: Tx, askId: string, ask: DemoAsk, by: string | null, now: Date): Promise<void> {
  const createdAt = new Date(now.valueOf() - (ask.daysAgo * day) / 2);
  const common = { askId, createdAt };
  if (ask.contact) {
    const [name, role] = ask.contact;
    const email = `${name
      .split(' ')[1]!
      .toLowerCase()
      .replace(/[^a-z]/g, '')}@school.example`;
    await insert(tx, 'outreach.contact', [{ ...common, id: idOf('school-contact', askId), name, role, email }]);
  }
  if (ask.note) {
    const note = { ...common, id: idOf('school-note', askId), body: ask.note, authorId: by };
    await insert(tx, 'outreach.note', [note]);
  }
  const lessons = (ask.students ?? []).map((students, i) => ({
    ...common,
    id: idOf('school-lesson', askId, i),
    students,
    curriculum: 'Safe and strong: signs and help',
    taughtOn: new Date(now.valueOf() - (20 + i * 85) * day).toISOString().slice(0, 10),
    recordedBy: by,
  }));
  await insert(tx, 'outreach.lesson', lessons);
}

function transitionsTo(status: SchoolAskStatus): Array<[from: SchoolAskStatus, to: SchoolAskStatus]> {
  const places =
    status === 'closed' ? [...pipeline.slice(0, 3), status] : pipeline.slice(0, pipeline.indexOf(status) + 1);
  return places.slice(1).map((to, i) => [places[i]!, to]);
}

function letterText(school: string, name: string): string {
  return `Dear principal,

I am writing about ${school}. California asks schools to teach students about this at least once in middle school and once in high school, and to train their staff (AB 1227).

Could you tell me which lessons you use, and whether you have a written policy on who staff should tell when they see signs?

Thank you,
${name}`;
}
