import {
  AdvocateMessages,
  Applications,
  BusinessInbox,
  Consents,
  Introductions,
  LegalHolds,
  MakeActionItems,
  MyRecordChanges,
  SealedApplications,
} from '@upstander/advocacy';
import type { Actor } from '@upstander/identity';
import { daysBefore } from '../fundraising/days.js';
import { staff, type Step } from '../gifts/story.js';
import type { ApplicationIdea, ApplicationStep } from './application-ideas.js';
import type { DemoDesk } from './demo-desk.js';

export interface Opportunity {
  id: string;
  businessId: string;
  registrationNumber: string;
}

interface StoryIds {
  id: string;
  code: string;
  consentId: string;
  introductionId: string;
}

export function applicationStory(
  desk: DemoDesk,
  { idea, opportunity, visitor, now }: { idea: ApplicationIdea; opportunity: Opportunity; visitor: Actor; now: Date },
  keep: (code: string) => void = () => undefined,
): Step[] {
  const ids: StoryIds = { id: '', code: '', consentId: '', introductionId: '' };
  const beginStory = async () => {
    const { name: nameToUse, contact: safeContact, note, language } = idea;
    const input = { opportunityId: opportunity.id, nameToUse, safeContact, note, language };
    const applications = desk.service(Applications);
    const { replyCode } = idea.byAdvocate
      ? await applications.applyFor(desk.advocate, input)
      : await applications.apply(visitor, input);
    Object.assign(ids, { code: replyCode, id: await desk.findRecordId(replyCode) });
    keep(replyCode);
  };
  const after = (idea.steps ?? []).map((step, i) => ({
    at: new Date(daysBefore(now, step.ago).valueOf() + (i + 1) * 60_000),
    run: () => runStep(desk, step, { told: ids, visitor, opportunity }),
  }));
  return [{ at: daysBefore(now, idea.ago), run: beginStory }, ...after];
}

async function runStep(
  desk: DemoDesk,
  step: ApplicationStep,
  { told: ids, visitor, opportunity }: { told: StoryIds; visitor: Actor; opportunity: Opportunity },
): Promise<void> {
  const { advocate } = desk;
  const record = { recordId: ids.id, kind: 'application' as const };
  const { code, consentId, introductionId } = ids;
  const messages = desk.service(AdvocateMessages);
  const changes = desk.service(MyRecordChanges);
  switch (step.what) {
    case 'taken':
      return void (await desk.service(SealedApplications).takeApplication(advocate, ids.id, null));
    case 'contacted':
      return void (await messages.recordContact(advocate, record));
    case 'closed':
      return void (await desk.service(SealedApplications).close(advocate, ids.id));
    case 'to person':
      return void (await messages.toPerson(advocate, { ...record, body: step.body }));
    case 'from person':
      return void (await changes.answer(visitor, { code, body: step.body }));
    case 'to business':
      return void (await messages.toBusiness(advocate, { introductionId, body: step.body }));
    case 'from business': {
      const member = await desk.memberOf(opportunity.businessId);
      return void (await desk.service(BusinessInbox).write(member, { introductionId, body: step.body }));
    }
    case 'consent signed':
    case 'consent proposed':
      return consent(desk, step, ids);
    case 'consent given':
      return void (await changes.giveConsent(visitor, { code, consentId }));
    case 'consent revoked':
      return void (await changes.revokeConsent(visitor, { code, consentId }));
    case 'introduced': {
      const { alias, availability } = step;
      const wish = { applicationId: ids.id, consentId, alias, availability };
      const { introduction } = await desk.service(Introductions).introduce(advocate, wish);
      ids.introductionId = introduction!.id;
      return;
    }
    case 'business suspended':
      await suspendBusiness(desk, opportunity.businessId, step.reason);
      return desk.service(MakeActionItems).run();
    case 'answered': {
      const member = await desk.memberOf(opportunity.businessId);
      const answer = { id: introductionId, answer: step.answer };
      return void (await desk.service(BusinessInbox).answer(member, answer));
    }
    case 'held':
      return void (await desk.service(LegalHolds).place(advocate, { ...record, reason: step.reason }));
  }
}

async function suspendBusiness(desk: DemoDesk, businessId: string, reason: string): Promise<void> {
  const at = desk.clock.now();
  await desk.db.transaction(async (tx) => {
    await tx.query(
      `UPDATE opportunities.business SET status = 'suspended', status_reason = $2, updated_at = $3, approved_until = NULL,
         round = round + 1, evidence_since = round + 1 WHERE id = $1`,
      [businessId, reason, at],
    );
    await tx.query(
      `INSERT INTO opportunities.business_event (business_id, at, actor_id, kind, from_status, to_status, note, for_staff_only)
       VALUES ($1, $2, $3, 'suspended', 'approved', 'suspended', $4, false)`,
      [businessId, at, staff('moderator@demo.example').accountId, reason],
    );
  });
}

async function consent(
  desk: DemoDesk,
  step: ApplicationStep & { what: 'consent signed' | 'consent proposed' },
  ids: StoryIds,
): Promise<void> {
  const now = desk.clock.now();
  const expiresAt = daysBefore(now, -step.forDays);
  const wish = { applicationId: ids.id, shares: step.shares, expiresAt };
  const consents = desk.service(Consents);
  const application =
    step.what === 'consent signed'
      ? await consents.record(desk.advocate, { ...wish, consentMethod: 'signed', givenAt: now })
      : await consents.propose(desk.advocate, wish);
  ids.consentId = application.consents[0]!.id;
}
