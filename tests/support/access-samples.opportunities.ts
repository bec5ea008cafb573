import { SignedIds } from '@upstander/platform';
import type { MakeSample, Place } from './access-samples.js';
import { aVettedBusiness, anOpportunity, opportunityInput, type OpportunityStatus } from './opportunities.js';

const nodes = (answer: unknown) =>
  (answer as { edges: Array<{ node: { id: string } }> }).edges.map(({ node }) => node.id);

const businessIn = ({ app, caller, own }: Place) =>
  aVettedBusiness(app.db, { members: own && caller.accountId ? [caller.accountId] : [] });
const opportunityIn = async (place: Place, status: OpportunityStatus) =>
  anOpportunity(place.app.db, { businessId: (await businessIn(place)).id, status });
const createForAnyBusiness = (place: Place, status: OpportunityStatus) => anOpportunity(place.app.db, { status });

/** Sample of a business operation on an opportunity with this status. */
const step =
  (status: OpportunityStatus, extra: object = {}): MakeSample =>
  async (place) => ({ variables: { input: { id: (await opportunityIn(place, status)).id, ...extra } } });

/** Sample of a staff decision on an opportunity with this status. */
const decision =
  (status: OpportunityStatus, extra: object = {}): MakeSample =>
  async (place) => ({ variables: { input: { id: (await createForAnyBusiness(place, status)).id, ...extra } } });

const tokenOf = async (place: Place) => {
  const { id } = await createForAnyBusiness(place, 'published');
  return place.app.nest.get(SignedIds).sign('opportunity', id);
};
const byToken: MakeSample = async (place) => ({ variables: { input: { token: await tokenOf(place) } } });

export const opportunitySamples: Record<string, MakeSample> = {
  manageOpportunities: async (place) => {
    const { id, businessId } = await createForAnyBusiness(place, 'in_review');
    return {
      variables: { filter: { businessId } },
      select: '{ edges { node { id } } }',
      sees: (answer) => nodes(answer).includes(id),
    };
  },
  manageOpportunity: async (place) => ({ variables: { id: (await createForAnyBusiness(place, 'draft')).id } }),
  myOpportunities: async (place) => ({ variables: { businessId: (await businessIn(place)).id } }),
  myOpportunity: async (place) => ({ variables: { id: (await opportunityIn(place, 'draft')).id } }),
  opportunities: async (place) => {
    const { id } = await createForAnyBusiness(place, 'published');
    return {
      variables: { first: 100 },
      select: '{ edges { node { id } } }',
      sees: (answer) => nodes(answer).includes(id),
    };
  },
  opportunity: async (place) => ({ variables: { slug: (await createForAnyBusiness(place, 'published')).slug } }),
  'opportunity (draft)': async (place) => ({ variables: { slug: (await opportunityIn(place, 'draft')).slug } }),
  opportunityByToken: async (place) => ({ variables: { token: await tokenOf(place) } }),
  opportunityFlags: () => ({ variables: { input: opportunityInput() } }),
  opportunityPreview: () => ({ variables: { input: opportunityInput() } }),

  approveOpportunity: decision('in_review', { version: 1, harmTags: ['NIGHT'], isPublic: false }),
  fillByToken: byToken,
  fillOpportunity: step('published'),
  postOpportunity: async (place) => ({
    variables: { input: { businessId: (await businessIn(place)).id, opportunity: opportunityInput() } },
  }),
  refuseOpportunity: decision('in_review', { reason: 'This is not work.' }),
  renewByToken: byToken,
  renewOpportunity: step('published'),
  requestOpportunityChanges: decision('in_review', { reason: 'Which hours?' }),
  submitOpportunity: step('draft'),
  tagOpportunity: decision('published', { harmTags: ['NIGHT'], isPublic: false }),
  takeDownOpportunity: decision('published', { reason: 'Somebody complained.' }),
  updateOpportunity: step('draft', { opportunity: opportunityInput() }),
  withdrawOpportunity: step('published'),
};
