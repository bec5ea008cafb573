import {
  aConsultation,
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  actAsBusiness,
  withCode,
} from '../../support/advocacy.js';
import type { TestApp } from '../../support/app.js';
import { aBusiness, anEvidenceCheck, addAllEvidence, aMember, anApproval } from '../../support/businesses.js';
import { days } from '../../support/movable-clock.js';
import { anOpportunity } from '../../support/opportunities.js';

export interface PeopleDesk {
  moderator: { cookie: string };
  advocate: { cookie: string };
  /** Paths of moderator and advocate screens by content. */
  moderation: Record<string, string>;
  advocacy: Record<string, string>;
}

const lureText = `We pay very well, no experience needed.

A registration fee of $150 is taken from the first pay. We keep your passport safe in the office.

Housing is in\u200bcluded. Write to us on WhatsApp: 2 1 3 five five five 0142.`;

const redFlags = [
  ['FEE_ASKED', 'description', 'A registration fee of $150'],
  ['KEEPS_DOCUMENTS', 'description', 'keep your passport'],
  ['PAY_TOO_GOOD', 'title', 'earn up to $900 a day'],
];

export async function aPeopleDesk(app: TestApp): Promise<PeopleDesk> {
  const moderator = await app.signedIn({ role: 'moderator', name: 'Rosa Delgado', email: 'rosa@example.org' });
  return { moderator, moderation: await moderation(app, moderator), ...(await advocacy(app)) };
}

async function moderation(app: TestApp, moderator: { accountId: string }): Promise<Record<string, string>> {
  const { db } = app;
  const daysAgo = (count: number) => new Date(app.clock.now().valueOf() - days(count));
  const waiting = await aBusiness(db, { legalName: 'Harbor Kitchen Cooperative', now: daysAgo(3) });
  const review = await aBusiness(db, {
    legalName: 'Larkfield Bakery, Incorporated',
    status: 'in_review',
    now: daysAgo(4),
  });
  await anEvidenceCheck(db, review.id, { kind: 'registry', now: daysAgo(2) });
  await anEvidenceCheck(db, review.id, { kind: 'call_back', passed: false, now: daysAgo(1) });
  await aMember(db, { businessId: review.id, frozen: true });
  const otherBusiness = await aBusiness(db, { legalName: 'Sunrise Laundry', status: 'in_review', now: daysAgo(2) });
  await addAllEvidence(db, otherBusiness.id, daysAgo(1));
  await anApproval(db, otherBusiness.id, { now: daysAgo(1) });
  const ownRecord = await aBusiness(db, {
    legalName: 'Copper Spoon Community Kitchen',
    status: 'in_review',
    now: daysAgo(5),
  });
  await addAllEvidence(db, ownRecord.id, daysAgo(1));
  await anApproval(db, ownRecord.id, { accountId: moderator.accountId, now: daysAgo(1) });
  const approved = await aBusiness(db, { legalName: 'Golden Crust Bakery', status: 'approved', now: daysAgo(90) });
  const refusedBusiness = await aBusiness(db, {
    legalName: 'Quick Gold Ltd',
    status: 'refused',
    statusReason: 'It is not in the register.',
    now: daysAgo(40),
  });
  const flagged = await anOpportunity(db, {
    businessId: approved.id,
    status: 'in_review',
    title: 'Hostess wanted, earn up to $900 a day',
    description: lureText,
    nightWork: true,
    publishedAt: daysAgo(1),
  });
  for (const [rule, field, excerpt] of redFlags) {
    await db.query(
      'INSERT INTO opportunities.red_flag (opportunity_id, rule, field, excerpt, found_at) VALUES ($1, $2, $3, $4, now())',
      [flagged.id, rule, field, excerpt],
    );
  }
  const changed = await anOpportunity(db, { businessId: approved.id, title: 'Baker, early shift', wantsPublic: true });
  await db.query(
    `UPDATE opportunities.opportunity SET status = 'in_review', version = version + 1, pay_min_minor = 2000, submitted_at = $2,
       description = 'Bread and rolls, from five in the morning. We teach you.' WHERE id = $1`,
    [changed.id, daysAgo(0)],
  );
  const visibleOpportunity = await anOpportunity(db, {
    businessId: approved.id,
    title: 'Front desk trainee',
    kind: 'skills_training',
  });
  return {
    approvals: '/admin/approvals',
    businesses: '/admin/businesses',
    'all businesses': '/admin/businesses?view=all',
    'no business found': '/admin/businesses?text=zzzz',
    'a business that waits': `/admin/businesses/${waiting.id}`,
    'a business under review': `/admin/businesses/${review.id}`,
    'a business with one yes': `/admin/businesses/${otherBusiness.id}`,
    'a business with my yes': `/admin/businesses/${ownRecord.id}`,
    'an approved business': `/admin/businesses/${approved.id}`,
    'a refused business': `/admin/businesses/${refusedBusiness.id}`,
    opportunities: '/admin/opportunities',
    'opportunities of a business': `/admin/opportunities?view=all&business=${approved.id}&flagged=no`,
    'an opportunity with warning signs': `/admin/opportunities/${flagged.id}`,
    'an opportunity that was changed': `/admin/opportunities/${changed.id}`,
    'an opportunity on the site': `/admin/opportunities/${visibleOpportunity.id}`,
  };
}

async function advocacy(app: TestApp): Promise<Pick<PeopleDesk, 'advocate' | 'advocacy'>> {
  const { advocate, desk, id, code, introductionId, member } = await anIntroduction(app, { alias: 'L.' });
  await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Hello. How are you today?' });
  await withCode(app, code).answer({ body: 'I am well. Mornings are best.' });
  await actAsBusiness(app, member).answer({ id: introductionId, answer: 'INTERESTED' });
  await actAsBusiness(app, member).write({ introductionId, body: 'Could she come on Tuesday?' });
  const unassignedApplication = await anApplication(app, { nameToUse: 'Sol' });
  const ownRecord = await anApplication(app, {
    nameToUse: 'Ana',
    safeContact: { channel: 'CALL', value: '+1 213 555 0142' },
  });
  await desk.take(ownRecord.id);
  await desk.proposeConsent({
    applicationId: ownRecord.id,
    shares: 'Two years in a kitchen, looking for mornings.',
    expiresAt: new Date(app.clock.now().valueOf() + days(30)).toISOString(),
  });
  const closedApplication = await anApplication(app, { nameToUse: 'Ida', safeContact: { channel: 'CODE' } });
  await desk.take(closedApplication.id);
  await desk.close(closedApplication.id);
  const consultation = await aConsultation(app, { nameToUse: 'Mar', interpreter: 'fr' });
  await desk.takeConsultation(consultation.id);
  await desk.schedule({
    id: consultation.id,
    at: new Date(app.clock.now().valueOf() + days(3)).toISOString(),
    minutes: 45,
    timeZone: 'America/Los_Angeles',
  });
  await desk.noteConflict({ id: consultation.id, note: 'Priya once worked for the other side.' });
  const requestedConsultation = await aConsultation(app, { nameToUse: 'Paz' });
  await asAdvocate(app, await anAdvocate(app, 'Priya Nair')).takeConsultation(requestedConsultation.id);
  return {
    advocate,
    advocacy: {
      applications: '/admin/applications',
      'all applications': '/admin/applications?view=all',
      'an introduction': `/admin/applications/${id}`,
      'an application of mine': `/admin/applications/${ownRecord.id}`,
      'an application that asks for a reason': `/admin/applications/${unassignedApplication.id}`,
      'applying for a person': '/admin/applications/new',
      consultations: '/admin/consultations',
      'a consultation': `/admin/consultations/${consultation.id}`,
      keys: '/admin/keys',
      'the access log': '/admin/trail',
      'who read one': `/admin/trail?record=${id}&action=read`,
      'the report': '/admin/report',
      'an application that is gone': '/admin/applications/00000000-0000-4000-8000-000000000000',
    },
  };
}
