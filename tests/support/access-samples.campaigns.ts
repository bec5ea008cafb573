import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aBeneficiary, aCampaign, aPage, aPaidGift, type CampaignParts } from './factories.fundraising.js';
import { anAccount } from './people.js';

const email = () => `${randomUUID()}@example.org`;
const nodes = (answer: unknown) =>
  (answer as { edges: Array<{ node: { id: string } }> }).edges.map(({ node }) => node.id);
const yesterday = () => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const goal = { amountMinor: 50_000, currency: 'USD' };

const campaignIn = ({ app, chapter }: Place, status: CampaignParts['status'] = 'live') =>
  aCampaign(app.db, { chapterId: chapter.id, status });
const pageIn = async (place: Place, status: 'live' | 'in_review' = 'live') =>
  aPage(place.app.db, { campaignId: (await campaignIn(place)).id, status });
const partner = ({ app }: Place) => aBeneficiary(app.db, { kind: 'partner' });

const token = ({ app }: Place, purpose: string, id: string) => app.nest.get(SignedIds).sign(purpose, id);
const fundraiserToken = async (place: Place, status: CampaignParts['status'] = 'live') => {
  const { id } = await campaignIn(place, status);
  await place.app.db.query('UPDATE fundraising.campaign SET by_supporter = true WHERE id = $1', [id]);
  return token(place, 'campaign', id);
};
const pageToken = async (place: Place, status: 'live' | 'in_review' = 'live') =>
  token(place, 'page', (await pageIn(place, status)).id);

/** Sample of a status change of a campaign with this status. */
const step =
  (status: CampaignParts['status'], extra: object = {}): MakeSample =>
  async (place) => ({ variables: { input: { id: (await campaignIn(place, status)).id, ...extra } } });

async function updateIn(place: Place): Promise<string> {
  const { id } = await campaignIn(place);
  const [row] = await place.app.db.query<{ id: string }>(
    `INSERT INTO fundraising.update (campaign_id, title, body, author_name, status, written_at)
     VALUES ($1, 'Half way', 'Six beds.', 'Rosa', 'in_review', now()) RETURNING id`,
    [id],
  );
  return row!.id;
}

/** Adds a pending edit and returns its time. */
async function editOf({ app }: Place, table: 'campaign' | 'page', id: string): Promise<string> {
  const at = new Date().toISOString();
  const words = JSON.stringify({ title: 'Other words', summary: '', story: 'Another story.' });
  await app.db.query(`UPDATE fundraising.${table} SET edit = $2, edit_at = $3 WHERE id = $1`, [id, words, at]);
  return at;
}

async function disbursementIn(place: Place): Promise<string> {
  const { id } = await campaignIn(place);
  await aPaidGift(place.app.db, { campaignId: id, intendedMinor: 10_000 });
  const [row] = await place.app.db.query<{ id: string }>(
    `INSERT INTO fundraising.disbursement (campaign_id, beneficiary_id, amount_minor, currency, paid_on, status,
       recorded_by, recorded_at)
     SELECT id, beneficiary_id, 100, currency, current_date, 'proposed', $2, now()
     FROM fundraising.campaign WHERE id = $1 RETURNING id`,
    [id, (await anAccount(place.app.db)).id],
  );
  return row!.id;
}

const words = { title: 'Beds', story: 'A bed is where it starts.', goal };

export const campaignSamples: Record<string, MakeSample> = {
  beneficiaries: () => ({}),
  campaign: async (place) => ({ variables: { slug: (await campaignIn(place)).slug } }),
  campaignPages: async (place) => {
    const { slug } = await campaignIn(place);
    return { select: '{ totalCount }', variables: { campaignSlug: slug } };
  },
  campaignPage: async (place) => {
    const campaign = await campaignIn(place);
    const { slug } = await aPage(place.app.db, { campaignId: campaign.id });
    return { variables: { campaignSlug: campaign.slug, slug } };
  },
  generalFunds: () => ({}),
  giftTotals: () => ({}),
  campaigns: async (place) => {
    const { id } = await campaignIn(place);
    const variables = { filter: { chapter: place.chapter.slug }, first: 100 };
    return { variables, select: '{ edges { node { id } } }', sees: (answer) => nodes(answer).includes(id) };
  },
  disbursements: async (place) => {
    const id = await disbursementIn(place);
    return {
      variables: { first: 100 },
      select: '{ edges { node { id } } }',
      sees: (answer) => nodes(answer).includes(id),
    };
  },
  fundraisingMode: () => ({}),
  manageCampaign: async (place) => ({ variables: { id: (await campaignIn(place, 'draft')).id } }),
  manageCampaigns: async (place) => {
    const { id } = await campaignIn(place, 'draft');
    const variables = { filter: { chapterId: place.chapter.id }, first: 100 };
    return { variables, select: '{ edges { node { id } } }', sees: (answer) => nodes(answer).includes(id) };
  },
  myFundraiser: async (place) => ({ variables: { token: await fundraiserToken(place) } }),
  myPage: async (place) => ({ variables: { token: await pageToken(place) } }),
  overdueDisbursements: async (place) => {
    const { id } = await campaignIn(place, 'ended');
    await aPaidGift(place.app.db, { campaignId: id });
    // Long ago, so that it's among the first.
    await place.app.db.query(`UPDATE fundraising.campaign SET ended_at = '2001-01-01' WHERE id = $1`, [id]);
    return {
      select: '{ campaignId }',
      sees: (answer) => (answer as Array<{ campaignId: string }>).some(({ campaignId }) => campaignId === id),
    };
  },

  approveCampaign: step('in_review'),
  addDisbursementEvidence: async (place) => ({
    variables: { input: { id: await disbursementIn(place), evidenceFileId: await createFile(place, 'evidence') } },
  }),
  approveDisbursement: async (place) => ({ variables: { input: { id: await disbursementIn(place) } } }),
  archiveBeneficiary: async (place) => ({ variables: { input: { id: (await partner(place)).id } } }),
  confirmFundraiser: async (place) => ({
    variables: { input: { token: await fundraiserToken(place, 'unconfirmed') } },
  }),
  confirmPage: async (place) => ({ variables: { input: { token: await pageToken(place, 'in_review') } } }),
  createBeneficiary: () => ({ variables: { input: { name: 'Harbor House', registrationNumber: 'CT-1' } } }),
  createCampaign: ({ chapter }) => ({
    variables: {
      input: {
        chapterId: chapter.id,
        ...words,
        timeZone: 'America/Los_Angeles',
        organizerName: 'Rosa',
        organizerEmail: 'rosa@example.org',
      },
    },
  }),
  deleteCampaign: async (place) => ({ variables: { id: (await campaignIn(place, 'draft')).id } }),
  editMyFundraiser: async (place) => ({ variables: { input: { token: await fundraiserToken(place), goal } } }),
  removeMyPagePhoto: async (place) => ({ variables: { input: { token: await pageToken(place) } } }),
  editMyPage: async (place) => ({ variables: { input: { token: await pageToken(place), goal } } }),
  endCampaign: step('live'),
  pauseCampaign: step('live', { note: 'A break.' }),
  postCampaignUpdate: async (place) => ({
    variables: { input: { campaignId: (await campaignIn(place)).id, title: 'Half way', body: 'Six beds.' } },
  }),
  postMyUpdate: async (place) => ({
    variables: { input: { token: await fundraiserToken(place), title: 'Half way', body: 'Six beds.' } },
  }),
  recordBeneficiaryCheck: async (place) => ({
    variables: {
      input: { beneficiaryId: (await partner(place)).id, duty: 'GOOD_STANDING', passed: true, source: 'The register' },
    },
  }),
  recordDisbursement: async (place) => {
    const { id } = await campaignIn(place);
    await aPaidGift(place.app.db, { campaignId: id, intendedMinor: 10_000 });
    const amount = { amountMinor: 100, currency: 'USD' };
    return { variables: { input: { campaignId: id, amount, paidOn: yesterday() } } };
  },
  refuseCampaign: step('in_review', { note: 'This is a shop.' }),
  refuseDisbursement: async (place) => ({
    variables: { input: { id: await disbursementIn(place), note: 'Not this one.' } },
  }),
  requestCampaignChanges: step('in_review', { note: 'Which beds?' }),
  resumeCampaign: step('paused'),
  setCampaignCover: step('draft', { fileId: null }),
  reviewCampaignEdit: async (place) => {
    const { id } = await campaignIn(place);
    return { variables: { input: { id, approve: true, readAt: await editOf(place, 'campaign', id) } } };
  },
  reviewPageEdit: async (place) => {
    const { id } = await pageIn(place);
    return { variables: { input: { id, approve: true, readAt: await editOf(place, 'page', id) } } };
  },
  setPageStatus: async (place) => ({
    variables: { input: { id: (await pageIn(place, 'in_review')).id, status: 'LIVE' } },
  }),
  setUpdateStatus: async (place) => ({ variables: { input: { id: await updateIn(place), status: 'PUBLISHED' } } }),
  startFundraiser: () => ({ variables: { input: { ...words, name: 'Kim', email: email() } } }),
  startPage: async (place) => ({
    variables: {
      input: { campaignSlug: (await campaignIn(place)).slug, title: 'Ten miles', name: 'Mina', email: email() },
    },
  }),
  submitCampaign: step('draft'),
  updateBeneficiary: async (place) => ({
    variables: { input: { id: (await partner(place)).id, website: 'https://harbor.example' } },
  }),
  updateCampaign: step('draft', { title: 'More beds' }),
};

export const campaignRouteSamples: Record<string, MakeSample> = {
  'GET /campaigns/:slug/embed': async (place) => ({ path: `/campaigns/${(await campaignIn(place)).slug}/embed` }),
  'GET /campaigns/:slug/progress.svg': async (place) => ({
    path: `/campaigns/${(await campaignIn(place)).slug}/progress.svg`,
  }),
  'GET /files/:id': async (place) => {
    const { id } = await campaignIn(place);
    return { path: `/files/${await createFile(place, 'cover', id)}` };
  },
  'GET /files/:id (proof)': async (place) => {
    const fileId = await createFile(place, 'evidence');
    const disbursement = await disbursementIn(place);
    await place.app.db.query('UPDATE fundraising.disbursement SET evidence_file_id = $2 WHERE id = $1', [
      disbursement,
      fileId,
    ]);
    return { path: `/files/${fileId}` };
  },
  'POST /files': () => ({ path: '/files?purpose=cover', body: aPixel, headers: { 'content-type': 'image/png' } }),
  'GET /page-photos/:token.webp': async (place) => {
    const { id } = await pageIn(place);
    const fileId = await createFile(place, 'page');
    await place.app.db.query('UPDATE fundraising.page SET photo_file_id = $2 WHERE id = $1', [id, fileId]);
    return { path: `/page-photos/${token(place, 'page', id)}.webp` };
  },
  'POST /page-photos/:token.webp': async (place) => ({
    path: `/page-photos/${await pageToken(place)}.webp`,
    body: Buffer.from('--x\r\nContent-Disposition: form-data; name="alt"\r\n\r\nA beach.\r\n--x--\r\n'),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }),
};

async function createFile(place: Place, purpose: string, coverOf?: string): Promise<string> {
  const [file] = await place.app.db.query<{ id: string }>(
    `INSERT INTO fundraising.file (purpose, media_type, sha256, bytes, created_at)
     VALUES ($1, 'image/webp', '\\x00', '\\x00', now()) RETURNING id`,
    [purpose],
  );
  if (coverOf) {
    await place.app.db.query('UPDATE fundraising.campaign SET cover_file_id = $2 WHERE id = $1', [coverOf, file!.id]);
  }
  return file!.id;
}

const aPixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
