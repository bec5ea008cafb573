import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aBusiness, aMember, addAllEvidence, type BusinessParts, type MadeBusiness } from './businesses.js';

const nodes = (answer: unknown) =>
  (answer as { edges: Array<{ node: { id: string } }> }).edges.map(({ node }) => node.id);
const ids = (answer: unknown) => (answer as Array<{ id: string }>).map(({ id }) => id);

const businessIn = (place: Place, parts: BusinessParts = {}): Promise<MadeBusiness> =>
  aBusiness(place.app.db, { ownerId: (place.own && place.caller.accountId) || undefined, ...parts });

/** Creates a business of which no caller is a member, for staff operations. */
const businessOf = ({ app }: Place, parts: BusinessParts = {}): Promise<MadeBusiness> => aBusiness(app.db, parts);

const byMember =
  (parts: BusinessParts, input: (business: MadeBusiness) => object): MakeSample =>
  async (place) => ({ variables: { input: input(await businessIn(place, parts)) } });

const byStaff =
  (parts: BusinessParts, extra: object = {}): MakeSample =>
  async (place) => ({ variables: { input: { id: (await businessOf(place, parts)).id, ...extra } } });

const withMember =
  (frozen: boolean): MakeSample =>
  async (place) => {
    const { id } = await businessOf(place);
    const { accountId } = await aMember(place.app.db, { businessId: id, frozen });
    return { variables: { input: { businessId: id, accountId } } };
  };

const form = () => ({
  legalName: 'Larkfield Bakery LLC',
  registrationNumber: `C${randomUUID().slice(0, 8)}`,
  street: '12 Main Street',
  city: 'Los Angeles',
  region: 'CA',
  postalCode: '90012',
  website: `https://bakery-${randomUUID().slice(0, 8)}.example`,
  supervisorName: 'Marta Lopez',
  supervisorTitle: 'Head baker',
  supervisorPhone: '+13105550123',
  offers: 'Early work in a warm room.',
});

const reason = { reason: 'The register has another name.' };

export const businessSamples: Record<string, MakeSample> = {
  approvals: async (place) => {
    const longAgo = new Date(Date.now() - 400 * 86_400_000 - waitCount++);
    const { id } = await businessOf(place, { now: longAgo });
    const sees = (answer: unknown) => nodes(answer).includes(id);
    return { variables: { first: 100 }, select: '{ edges { node { id } } }', sees };
  },
  manageBusiness: async (place) => ({ variables: { id: (await businessOf(place)).id } }),
  manageBusinesses: async (place) => {
    const { id } = await businessOf(place);
    const sees = (answer: unknown) => nodes(answer).includes(id);
    return { variables: { first: 100 }, select: '{ edges { node { id } } }', sees };
  },
  myBusiness: async (place) => ({ variables: { id: (await businessIn(place)).id } }),
  myBusinesses: async (place) => {
    const { id } = await businessIn(place);
    return { select: '{ id }', sees: (answer) => ids(answer).includes(id) };
  },

  addBusinessMember: byMember({}, ({ id }) => ({
    businessId: id,
    name: 'Eddie',
    email: `${randomUUID()}@example.org`,
    role: 'EDITOR',
  })),
  approveBusiness: async (place) => {
    const { id } = await businessOf(place, { status: 'in_review' });
    await addAllEvidence(place.app.db, id);
    return { variables: { input: { id } } };
  },
  confirmDomain: async (place) => {
    const { id, domain } = await businessOf(place);
    const now = Date.now();
    const [proof] = await place.app.db.query<{ id: string }>(
      `INSERT INTO opportunities.domain_verification (business_id, domain, mailbox, sent_at, expires_at)
       VALUES ($1, $2, 'office', $3, $4) RETURNING id`,
      [id, domain, new Date(now), new Date(now + 3_600_000)],
    );
    return { variables: { token: place.app.nest.get(SignedIds).sign('business-domain', proof!.id) } };
  },
  freezeBusinessMember: withMember(false),
  verifyDomain: byMember({}, ({ id }) => ({ businessId: id, mailbox: 'office' })),
  recordEvidence: byStaff({ status: 'in_review' }, { kind: 'REGISTRY', passed: true, source: 'bizfile.example' }),
  refuseBusiness: byStaff({ status: 'in_review' }, reason),
  registerBusiness: () => ({ variables: { input: form() } }),
  reinstateBusiness: byStaff({ status: 'suspended' }),
  removeBusinessMember: async (place) => {
    const { id } = await businessIn(place);
    const { accountId } = await aMember(place.app.db, { businessId: id });
    return { variables: { input: { businessId: id, accountId } } };
  },
  requestBusinessChanges: byStaff({ status: 'in_review' }, reason),
  resubmitBusiness: byMember({ status: 'changes_requested' }, ({ id }) => ({ id })),
  suspendBusiness: byStaff({ status: 'approved' }, reason),
  takeBusiness: byStaff({}),
  unfreezeBusinessMember: withMember(true),
  updateBusiness: byMember({}, ({ id }) => ({ id, city: 'Pasadena' })),
};
let waitCount = 0;
