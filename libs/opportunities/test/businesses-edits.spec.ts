import {
  callBusinessMutation,
  manageBusiness,
  myBusiness,
  type Caller,
} from '@upstander/tests/support/business-operations.js';
import { aBusiness, type BusinessParts, type MadeBusiness } from '@upstander/tests/support/businesses.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';

type OwnerSession = Caller & { accountId: string; email: string };

let app: TestApp;
let mona: OwnerSession;
beforeAll(async () => {
  app = await startApp();
  mona = await app.signedIn({ name: 'Mona Moderator', role: 'moderator' });
});
afterAll(() => app.close());

const ownedBusiness = async (parts: BusinessParts = {}): Promise<MadeBusiness & { olga: OwnerSession }> => {
  const olga = await app.signedIn({ name: 'Olga Owner' });
  return { ...(await aBusiness(app.db, { ...parts, ownerId: olga.accountId })), olga };
};

describe('editing a business', () => {
  test.each<[string, unknown]>([
    ['legalName', 'Larkfield Bakers Inc'],
    ['registrationNumber', 'C-EDITED-1'],
    ['street', '1 Elsewhere'],
    ['city', 'Pasadena'],
    ['region', 'NV'],
    ['postalCode', '89109'],
    ['country', 'CA'],
    ['website', 'https://another-bakery.example'],
    ['supervisorName', 'Somebody Else'],
    ['supervisorTitle', 'Owner'],
    ['supervisorPhone', '+12135550188'],
  ])('withdraws the approval and requires new vetting when %s changes', async (field, value) => {
    const { id, olga } = await ownedBusiness({ status: 'approved', legalName: 'Larkfield Bakery' });
    const { it } = await callBusinessMutation(app, olga, 'updateBusiness', { id, [field]: value });
    expect(it).toMatchObject({
      status: 'SUBMITTED',
      mayPost: false,
      approvedUntil: null,
      approvalsGiven: 0,
      completedEvidence: [],
      domainVerification: { state: 'NONE' },
    });
    const business = (await manageBusiness(app, mona, id)).it;
    expect(business).toMatchObject({ round: 2, changes: [{ field, after: value }], waitingSince: expect.any(String) });
  });

  test('ignores unchanged values and lets the offer change freely', async () => {
    const { id, olga, legalName } = await ownedBusiness({ status: 'approved' });
    const { it } = await callBusinessMutation(app, olga, 'updateBusiness', {
      id,
      legalName: `  ${legalName} `,
      offers: 'Cakes.',
    });
    expect(it).toMatchObject({ status: 'APPROVED', mayPost: true, offers: 'Cakes.' });
    expect(it.history.map(({ kind }) => kind)).toEqual(['edited']);
    const twice = await callBusinessMutation(app, olga, 'updateBusiness', { id, offers: 'Cakes.' });
    expect(twice.it.history).toHaveLength(1);
  });

  test('saves nothing if any value is invalid', async () => {
    const { id, olga } = await ownedBusiness({ status: 'approved' });
    const rejected = await callBusinessMutation(app, olga, 'updateBusiness', {
      id,
      offers: 'Cakes.',
      website: 'gmail.com',
      city: '',
    });
    expect(rejected).toMatchObject({ code: 'BAD_INPUT', fields: { website: 'shared-host', city: 'required' } });
    expect((await myBusiness(app, olga, id)).it).toMatchObject({ status: 'APPROVED', history: [] });
    const half = await callBusinessMutation(app, olga, 'updateBusiness', { id, offers: 'Cakes.', postalCode: 'SW1A' });
    expect(half.fields).toEqual({ postalCode: 'not-a-postal-code' });
    expect((await myBusiness(app, olga, id)).it.history).toEqual([]);
  });

  test('refuses the registration number of another business', async () => {
    const { id, olga } = await ownedBusiness();
    await aBusiness(app.db, { registrationNumber: 'TAKEN-1' });
    expect((await callBusinessMutation(app, olga, 'updateBusiness', { id, registrationNumber: 'taken 1' })).code).toBe(
      'BUSINESS_KNOWN',
    );
  });

  test('keeps the place of a waiting business in the queue', async () => {
    const createdAt = new Date('2027-01-01T00:00:00Z');
    const { id, olga } = await ownedBusiness({ now: createdAt, status: 'in_review' });
    await callBusinessMutation(app, olga, 'updateBusiness', { id, city: 'Pasadena' });
    expect((await manageBusiness(app, mona, id)).it).toMatchObject({
      status: 'SUBMITTED',
      waitingSince: createdAt.toISOString(),
    });
  });
});
