import {
  aConsultation,
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  asBusiness,
  withCode,
} from '../../support/advocacy.js';
import type { TestApp } from '../../support/app.js';
import { aBusiness, anEvidenceCheck, allEvidence, aMember, anApproval } from '../../support/businesses.js';
import { days } from '../../support/movable-clock.js';
import { anOpportunity } from '../../support/opportunities.js';

export interface PeopleDesk {
  moderator: { cookie: string };
  advocate: { cookie: string };
  /** Paths of moderator and advocate screens by content. */
  moderation: Record<string, string>;
  advocacy: Record<string, string>;
}

const lure = `We pay very well, no experience needed.

A registration fee of $150 is taken from the first pay. We keep your passport safe in the office.

Housing is in\u200bcluded. Write to us on WhatsApp: 2 1 3 five five five 0142.`;

const found = [
  ['FEE_ASKED', 'description', 'A registration fee of $150'],
  ['KEEPS_DOCUMENTS', 'description', 'keep your passport'],
  ['PAY_TOO_GOOD', 'title', 'earn up to $900 a day'],
];

/**
 * Creates businesses and opportunities in every status a moderator sees, and an advocate's applications and
 * consultations.
 */
export async function aPeopleDesk(app: TestApp): Promise<PeopleDesk> {
  const moderator = await app.signedIn({ role: 'moderator', name: 'Rosa Delgado', email: 'rosa@example.org' });
  return { moderator, moderation: await moderation(app, moderator), ...(await advocacy(app)) };
}

async function moderation(app: TestApp, moderator: { accountId: string }): Promise<Record<string, string>> {
  const { db } = app;
  const ago = (count: number) => new Date(app.clock.now().valueOf() - days(count));
  const waiting = await aBusiness(db, { legalName: 'Harbor Kitchen Cooperative', now: ago(3) });
  const review = await aBusiness(db, { legalName: 'Larkfield Bakery, Incorporated', status: 'in_review', now: ago(4) });
  await anEvidenceCheck(db, review.id, { kind: 'registry', now: ago(2) });
  await anEvidenceCheck(db, review.id, { kind: 'call_back', passed: false, now: ago(1) });
  await aMember(db, { businessId: review.id, frozen: true });
  const second = await aBusiness(db, { legalName: 'Sunrise Laundry', status: 'in_review', now: ago(2) });
  await allEvidence(db, second.id, ago(1));
  await anApproval(db, second.id, { now: ago(1) });
  const mine = await aBusiness(db, { legalName: 'Copper Spoon Community Kitchen', status: 'in_review', now: ago(5) });
  await allEvidence(db, mine.id, ago(1));
  await anApproval(db, mine.id, { accountId: moderator.accountId, now: ago(1) });
  const approved = await aBusiness(db, { legalName: 'Golden Crust Bakery', status: 'approved', now: ago(90) });
  const refused = await aBusiness(db, {
    legalName: 'Quick Gold Ltd',
    status: 'refused',
    statusReason: 'It is not in the register.',
    now: ago(40),
  });
  const flagged = await anOpportunity(db, {
    businessId: approved.id,
    status: 'in_review',
    title: 'Hostess wanted, earn up to $900 a day',
    description: lure,
    nightWork: true,
    publishedAt: ago(1),
  });
  for (const [rule, field, excerpt] of found) {
    await db.query(
      'INSERT INTO opportunities.red_flag (opportunity_id, rule, field, excerpt, found_at) VALUES ($1, $2, $3, $4, now())',
      [flagged.id, rule, field, excerpt],
    );
  }
  const changed = await anOpportunity(db, { businessId: approved.id, title: 'Baker, early shift', wantsPublic: true });
  await db.query(
    `UPDATE opportunities.opportunity SET status = 'in_review', version = version + 1, pay_min_minor = 2000, submitted_at = $2,
       description = 'Bread and rolls, from five in the morning. We teach you.' WHERE id = $1`,
    [changed.id, ago(0)],
  );
  const shown = await anOpportunity(db, {
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
    'a business with one yes': `/admin/businesses/${second.id}`,
    'a business with my yes': `/admin/businesses/${mine.id}`,
    'an approved business': `/admin/businesses/${approved.id}`,
    'a refused business': `/admin/businesses/${refused.id}`,
    opportunities: '/admin/opportunities',
    'opportunities of a business': `/admin/opportunities?view=all&business=${approved.id}&flagged=no`,
    'an opportunity with warning signs': `/admin/opportunities/${flagged.id}`,
    'an opportunity that was changed': `/admin/opportunities/${changed.id}`,
    'an opportunity on the site': `/admin/opportunities/${shown.id}`,
  };
}

async function advocacy(app: TestApp): Promise<Pick<PeopleDesk, 'advocate' | 'advocacy'>> {
  const { advocate, desk, id, code, introductionId, member } = await anIntroduction(app, { alias: 'L.' });
  await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Hello. How are you today?' });
  await withCode(app, code).answer({ body: 'I am well. Mornings are best.' });
  await asBusiness(app, member).answer({ id: introductionId, answer: 'INTERESTED' });
  await asBusiness(app, member).write({ introductionId, body: 'Could she come on Tuesday?' });
  const unassigned = await anApplication(app, { nameToUse: 'Sol' });
  const mine = await anApplication(app, {
    nameToUse: 'Ana',
    safeContact: { channel: 'CALL', value: '+1 213 555 0142' },
  });
  await desk.take(mine.id);
  await desk.proposeConsent({
    applicationId: mine.id,
    shares: 'Two years in a kitchen, looking for mornings.',
    expiresAt: new Date(app.clock.now().valueOf() + days(30)).toISOString(),
  });
  const closed = await anApplication(app, { nameToUse: 'Ida', safeContact: { channel: 'CODE' } });
  await desk.take(closed.id);
  await desk.close(closed.id);
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
      'an application of mine': `/admin/applications/${mine.id}`,
      'an application that asks for a reason': `/admin/applications/${unassigned.id}`,
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
