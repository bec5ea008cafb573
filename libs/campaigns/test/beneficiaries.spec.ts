import { aBeneficiary, aCampaign, aPaidGift } from '@upstander/tests/support/factories.fundraising.js';
import { campaignOperations as does, Desk } from '@upstander/tests/support/campaigns.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const now = new Date('2026-10-20T18:00:00Z');
const namedMode = { FUNDRAISING_MODE: 'named-beneficiaries' };
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now, { config: namedMode });
});
afterAll(() => desk.close());

const fields = `{ id kind name registrationNumber website contactEmail maySolicit missing locked archivedAt
  consent { url signedOn endsOn }
  duties { duty blocksGifts passed isMet due validUntil note source checkedBy law lawUrl lawReviewedOn } }`;
const list = `{ beneficiaries ${fields} }`;
const create = `mutation ($input: CreateBeneficiaryInput!) { createBeneficiary(input: $input) ${fields} }`;
const update = `mutation ($input: UpdateBeneficiaryInput!) { updateBeneficiary(input: $input) ${fields} }`;
const archive = `mutation ($input: BeneficiaryIdInput!) { archiveBeneficiary(input: $input) ${fields} }`;
const check = `mutation ($input: RecordBeneficiaryCheckInput!) { recordBeneficiaryCheck(input: $input) ${fields} }`;

interface BeneficiaryView {
  id: string;
  kind: string;
  maySolicit: boolean;
  missing: string[];
  duties: Array<{ duty: string; blocksGifts: boolean; isMet: boolean; due: boolean; validUntil: string | null }>;
  [field: string]: unknown;
}

const partnerInput = { name: 'Harbor House', registrationNumber: 'CT-0123456', website: 'https://harbor.example' };

async function aConsent(): Promise<string> {
  const answer = await fetch(`${desk.app.url}/files?purpose=consent`, {
    method: 'POST',
    headers: { cookie: desk.cookie('finance')!, 'sec-fetch-site': 'same-origin', 'content-type': 'application/pdf' },
    body: '%PDF-1.4 we agree',
  });
  return ((await answer.json()) as { id: string }).id;
}

/** Creates a partner that meets all requirements. */
async function aReadyPartner(): Promise<BeneficiaryView> {
  const { id } = await desk.does<BeneficiaryView>('finance', create, { input: partnerInput });
  const consent = { consentFileId: await aConsent(), consentSignedOn: '2026-10-01', consentEndsOn: '2027-09-30' };
  const { duties } = await desk.does<BeneficiaryView>('finance', update, { input: { id, ...consent } });
  for (const { duty } of duties.filter(({ blocksGifts }) => blocksGifts)) await recordPassed(id, duty);
  return (await desk.does<BeneficiaryView[]>('finance', list)).find((partner) => partner.id === id)!;
}

const recordPassed = (beneficiaryId: string, duty: string, more: object = {}) =>
  desk.does<BeneficiaryView>('finance', check, {
    input: { beneficiaryId, duty, passed: true, source: 'https://rct.doj.ca.gov', ...more },
  });

const campaignInReview = async (beneficiaryId: string) => {
  const { id, slug } = await aCampaign(desk.app.db, {
    chapterId: desk.chapterId,
    beneficiaryId,
    status: 'in_review',
    now,
  });
  return { id, slug };
};

describe('a partner', () => {
  test('cannot receive gifts until it has consented and been checked', async () => {
    const partner = await desk.does<BeneficiaryView>('finance', create, { input: partnerInput });
    expect(partner).toMatchObject({ kind: 'PARTNER', maySolicit: false, consent: null, locked: false });
    expect(partner.missing).toEqual([
      'WRITTEN_CONSENT',
      'GOOD_STANDING',
      'PLATFORM_REGISTRATION',
      'SEGREGATED_ACCOUNT',
      'DONOR_DISCLOSURES',
    ]);
    expect(partner.duties).toHaveLength(7);
    for (const duty of partner.duties) {
      expect(duty).toMatchObject({
        passed: null,
        isMet: false,
        due: true,
        law: expect.stringContaining('12599.9') as string,
        lawUrl: expect.stringMatching(/^https:\/\/leginfo\.legislature\.ca\.gov\//) as string,
        lawReviewedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      });
    }
    const campaign = await campaignInReview(partner.id);
    const answer = await desk.asks('finance', does.approve, { input: { id: campaign.id } });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'BENEFICIARY_NOT_READY',
      details: { missing: partner.missing },
    });
  });

  test.each(['WRITTEN_CONSENT', 'GOOD_STANDING', 'PLATFORM_REGISTRATION', 'SEGREGATED_ACCOUNT', 'DONOR_DISCLOSURES'])(
    'cannot receive gifts without %s',
    async (duty) => {
      const partner = await aReadyPartner();
      const campaign = await campaignInReview(partner.id);
      const failed = { beneficiaryId: partner.id, duty, passed: false, note: 'Not found.', source: 'The register' };
      await desk.does('finance', check, { input: failed });
      expect(await desk.refusal('finance', does.approve, { input: { id: campaign.id } })).toBe('BENEFICIARY_NOT_READY');
      // Control: once the requirement is met, the same campaign goes live.
      await recordPassed(partner.id, duty);
      expect(await desk.does('finance', does.approve, { input: { id: campaign.id } })).toMatchObject({
        status: 'LIVE',
        acceptsGifts: true,
      });
    },
  );

  test('can receive gifts without the requirements that are only reminders', async () => {
    const partner = await aReadyPartner();
    expect(partner).toMatchObject({ maySolicit: true, missing: [] });
    expect(partner.duties.filter(({ isMet }) => !isMet).map(({ duty }) => duty)).toEqual([
      'PROMPT_SENDING',
      'TIMELY_RECEIPTS',
    ]);
  });

  test('stops receiving gifts on the day a document expires; staff are notified before and then', async () => {
    const partner = await aReadyPartner();
    const { id } = await campaignInReview(partner.id);
    const { slug } = await desk.does('finance', does.approve, { input: { id } });
    const giftStatus = async () => {
      const query = 'query ($slug: String!) { campaign(slug: $slug) { acceptsGifts status } }';
      return desk.does<{ acceptsGifts: boolean; status: string }>('nobody', query, { slug });
    };
    const lapseSubjects = async () => {
      await desk.app.runJob('watch-beneficiaries');
      const mails = await renderPendingEmails(desk.app, {
        recipient: desk.accounts.finance.email,
        template: 'beneficiary-lapse',
      });
      return mails.map(({ subject }) => subject);
    };
    await recordPassed(partner.id, 'GOOD_STANDING', { validUntil: '2026-12-31' });
    expect(await lapseSubjects()).toEqual([]);
    await desk.moveTo('2026-12-05T18:00:00Z');
    expect(await lapseSubjects()).toEqual(['Documents expire soon: Harbor House']);
    expect(await lapseSubjects()).toHaveLength(1);
    const { duties } = (await desk.does<BeneficiaryView[]>('finance', list)).find((other) => other.id === partner.id)!;
    expect(duties.find(({ duty }) => duty === 'GOOD_STANDING')).toMatchObject({ due: true, isMet: true });
    // The last day in Los Angeles, the time zone of both campaign and organization.
    await desk.moveTo('2027-01-01T07:59:00Z');
    expect(await giftStatus()).toEqual({ acceptsGifts: true, status: 'LIVE' });
    expect(await lapseSubjects()).toHaveLength(1);
    await desk.moveTo('2027-01-01T08:01:00Z');
    expect(await giftStatus()).toEqual({ acceptsGifts: false, status: 'LIVE' });
    expect((await lapseSubjects()).at(-1)).toBe('Gifts paused: Harbor House');
    await recordPassed(partner.id, 'GOOD_STANDING', { validUntil: '2027-06-30' });
    expect(await giftStatus()).toEqual({ acceptsGifts: true, status: 'LIVE' });
    // A check is valid for at most one year, even if a later date was entered.
    await recordPassed(partner.id, 'GOOD_STANDING', { validUntil: '2036-01-01' });
    await recordPassed(partner.id, 'PLATFORM_REGISTRATION');
    await desk.moveTo(new Date(Date.parse('2027-01-01T08:01:00Z') + days(364)));
    await recordPassed(partner.id, 'PLATFORM_REGISTRATION');
    const later = (await desk.does<BeneficiaryView[]>('finance', list)).find((other) => other.id === partner.id)!;
    // The consent has expired in the meantime.
    expect(later.missing).toEqual(['WRITTEN_CONSENT']);
    await desk.moveTo(new Date(desk.app.clock.now().valueOf() + days(3)));
    const over = (await desk.does<BeneficiaryView[]>('finance', list)).find((other) => other.id === partner.id)!;
    expect(over.missing).toEqual(['WRITTEN_CONSENT', 'GOOD_STANDING']);
    await desk.moveTo(now);
  });

  test('needs a new check when its consent document is replaced', async () => {
    const partner = await aReadyPartner();
    const input = { id: partner.id, consentFileId: await aConsent() };
    const changed = await desk.does<BeneficiaryView>('finance', update, { input });
    expect(changed.missing).toEqual(['WRITTEN_CONSENT']);
    await recordPassed(partner.id, 'WRITTEN_CONSENT');
    expect(await desk.refusal('finance', update, { input: { id: partner.id, consentFileId: partner.id } })).toBe(
      'BAD_INPUT',
    );
  });

  test('can no longer receive gifts once archived', async () => {
    const partner = await aReadyPartner();
    const { id } = await campaignInReview(partner.id);
    await desk.does('finance', archive, { input: { id: partner.id } });
    expect(await desk.refusal('finance', does.approve, { input: { id } })).toBe('BENEFICIARY_NOT_READY');
    const input = desk.input({ beneficiaryId: partner.id });
    expect(await desk.faults('organizer', does.create, { input })).toEqual({ beneficiaryId: 'not-there' });
  });

  test('is managed only with a role for the whole organization', async () => {
    const { id } = await aBeneficiary(desk.app.db, { kind: 'partner' });
    const { cookie } = await desk.app.signedIn({ role: 'finance', chapterId: desk.chapterId });
    const ask = async (query: string, input: object) =>
      (await desk.app.graphql(query, { input }, { cookie })).errors?.[0]?.extensions.code;
    expect(await ask(create, partnerInput)).toBe('NOT_ALLOWED');
    expect(await ask(update, { id, name: 'Mine' })).toBe('NOT_FOUND');
    expect(await ask(check, { beneficiaryId: id, duty: 'GOOD_STANDING', passed: true, source: 'x' })).toBe('NOT_FOUND');
    expect((await desk.does<BeneficiaryView>('finance', update, { input: { id, name: 'Harbor Homes' } }))['name']).toBe(
      'Harbor Homes',
    );
  });

  test('has an immutable history of checks', async () => {
    const partner = await aReadyPartner();
    const change = `UPDATE fundraising.beneficiary_check SET passed = false WHERE beneficiary_id = $1`;
    await expect(desk.app.db.query(change, [partner.id])).rejects.toMatchObject({ constraint: 'append_only' });
    const without = { beneficiaryId: partner.id, duty: 'GOOD_STANDING', passed: false, source: 'The register' };
    expect(await desk.faults('finance', check, { input: without })).toEqual({ note: 'required' });
    const late = { ...without, passed: true, validUntil: '2026-10-19' };
    expect(await desk.faults('finance', check, { input: late })).toEqual({ validUntil: 'in-the-past' });
    const { id } = await aBeneficiary(desk.app.db, { kind: 'partner' });
    const noPaper = { ...without, beneficiaryId: id, duty: 'WRITTEN_CONSENT', passed: true };
    expect(await desk.faults('finance', check, { input: noPaper })).toEqual({ duty: 'no-consent-on-file' });
  });

  test('cannot change its name after the first gift', async () => {
    const partner = await aReadyPartner();
    const { id } = await campaignInReview(partner.id);
    await desk.does('finance', does.approve, { input: { id } });
    const rename = { input: { id: partner.id, name: 'My own pocket' } };
    await aPaidGift(desk.app.db, { campaignId: id });
    expect(await desk.refusal('finance', update, rename)).toBe('BENEFICIARY_LOCKED');
    const address = { input: { id: partner.id, website: 'https://harbor.example/new' } };
    expect(await desk.does<BeneficiaryView>('finance', update, address)).toMatchObject({
      locked: true,
      name: 'Harbor House',
    });
  });
});

describe('an organization that only raises money for itself', () => {
  let own: Desk;
  beforeAll(async () => {
    own = await Desk.at(now);
  });
  afterAll(() => own.close());

  test('has itself as the only beneficiary and rejects campaigns for others', async () => {
    expect(await own.does('nobody', '{ fundraisingMode }')).toBe('OWN');
    expect(await desk.does('nobody', '{ fundraisingMode }')).toBe('NAMED_BENEFICIARIES');
    const [itself] = await own.does<BeneficiaryView[]>('organizer', list);
    expect(itself).toMatchObject({ kind: 'OWN', name: "Women's Rights Group", maySolicit: true, duties: [] });
    const partner = await aBeneficiary(own.app.db, { kind: 'partner' });
    const input = own.input({ beneficiaryId: partner.id });
    expect(await own.refusal('organizer', does.create, { input })).toBe('PARTNERS_OFF');
    const { id, slug } = await aCampaign(own.app.db, {
      chapterId: own.chapterId,
      beneficiaryId: partner.id,
      status: 'in_review',
    });
    expect(await own.refusal('finance', does.approve, { input: { id } })).toBe('PARTNERS_OFF');
    // A campaign that was live before the setting changed no longer accepts gifts.
    await own.app.db.query(`UPDATE fundraising.campaign SET status = 'live', published_at = $2 WHERE id = $1`, [
      id,
      now,
    ]);
    const query = 'query ($slug: String!) { campaign(slug: $slug) { acceptsGifts } }';
    expect(await own.does('nobody', query, { slug })).toEqual({ acceptsGifts: false });
  });
});
