import type { TestApp } from '../../support/app.js';
import { aVettedBusiness, anOpportunity, type OpportunityParts } from '../../support/opportunities.js';

const offers: OpportunityParts[] = [
  {
    title: 'Prep cook, weekday mornings',
    place: 'Boyle Heights, Los Angeles',
    idNeeded: false,
    backgroundCheck: false,
    childcareHours: true,
    trainingPaid: true,
    equipment: 'Shoes, apron and knives are given.',
    transport: 'Bus 30 stops at the door; we pay for a monthly pass.',
    wantsPublic: true,
    staffAllowsPublic: true,
    description:
      'You wash, peel and cut for a kitchen of six.\n\n## A usual day\n\n- Coffee together at seven\n- Prep until eleven\n- Lunch, and home\n\nNobody shouts here.',
  },
  { title: 'Bar back at a hotel', harmTags: ['alcohol', 'night'], nightWork: true },
  { title: 'Night auditor', harmTags: ['night', 'cash_handling'], nightWork: true, place: 'Fresno' },
  { title: 'Bookkeeping from home', kind: 'skills_training', remote: true, place: '', trainingPaid: true },
  { title: 'Ayudante de jardinería', language: 'es', kind: 'internship', harmTags: ['isolated_site'] },
];

/** Newest first. Only the first is public. */
export async function createOpportunities(app: TestApp): Promise<{ slugs: string[]; businessId: string }> {
  const { id: businessId } = await aVettedBusiness(app.db, { name: 'Harbor Bakery' });
  const slugs: string[] = [];
  for (const [index, parts] of offers.entries()) {
    const publishedAt = new Date(Date.now() - index * 3_600_000);
    slugs.push((await anOpportunity(app.db, { businessId, publishedAt, ...parts })).slug);
  }
  return { slugs, businessId };
}
