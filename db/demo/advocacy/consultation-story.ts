import {
  AdvocateMessages,
  ConsultationRequests,
  LegalHolds,
  MyRecordChanges,
  SealedConsultations,
} from '@upstander/advocacy';
import type { Actor } from '@upstander/identity';
import { daysBefore } from '../fundraising/days.js';
import type { Step } from '../gifts/story.js';
import type { ConsultationIdea, ConsultationStep } from './consultation-ideas.js';
import type { DemoDesk } from './demo-desk.js';
import type { DemoKeys } from './demo-keys.js';

interface StoryIds {
  id: string;
  code: string;
}

export function consultationStory(
  desk: DemoDesk,
  { idea, keys, visitor, now }: { idea: ConsultationIdea; keys: DemoKeys; visitor: Actor; now: Date },
): Step[] {
  const ids: StoryIds = { id: '', code: '' };
  const beginStory = async () => {
    const { name: nameToUse, contact: safeContact, about, inBrowser, language, interpreter } = idea;
    const text = about && inBrowser ? { aboutSealed: await keys.seal(about) } : { about };
    const input = { nameToUse, safeContact, language, interpreter, ...text };
    const { replyCode } = await desk.service(ConsultationRequests).request(visitor, input);
    Object.assign(ids, { code: replyCode, id: await desk.findRecordId(replyCode) });
  };
  const after = (idea.steps ?? []).map((step, i) => ({
    at: new Date(daysBefore(now, step.ago).valueOf() + (i + 1) * 60_000),
    run: () => runStep(desk, step, { told: ids, visitor, now }),
  }));
  return [{ at: daysBefore(now, idea.ago), run: beginStory }, ...after];
}

async function runStep(
  desk: DemoDesk,
  step: ConsultationStep,
  { told: { id, code }, visitor, now }: { told: StoryIds; visitor: Actor; now: Date },
): Promise<void> {
  const { advocate } = desk;
  const record = { recordId: id, kind: 'consultation' as const };
  const messages = desk.service(AdvocateMessages);
  const consultations = desk.service(SealedConsultations);
  switch (step.what) {
    case 'taken':
      return void (await consultations.takeConsultation(advocate, id, null));
    case 'contacted':
      return void (await messages.recordContact(advocate, record));
    case 'closed':
      return void (await consultations.close(advocate, id));
    case 'to person':
      return void (await messages.toPerson(advocate, { ...record, body: step.body }));
    case 'from person':
      return void (await desk.service(MyRecordChanges).answer(visitor, { code, body: step.body }));
    case 'scheduled': {
      const at = daysBefore(now, -step.inDays);
      at.setUTCMinutes(30, 0, 0);
      const wish = { id, at, minutes: step.minutes, timeZone: 'America/Los_Angeles' };
      return void (await consultations.schedule(advocate, wish));
    }
    case 'conflict':
      return void (await consultations.noteConflict(advocate, { id, note: step.note }));
    case 'held':
      return void (await desk.service(LegalHolds).place(advocate, { ...record, reason: step.note }));
  }
}
