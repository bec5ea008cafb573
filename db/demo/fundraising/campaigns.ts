import type { Tx } from '@upstander/platform';
import { chapters } from '../chapters.js';
import { insert } from '../insert.js';
import { idOf } from '../random.js';
import { englishCampaigns, type CampaignIdea, type CampaignKey } from './campaign-ideas.js';
import { spanishCampaign } from './campaign-ideas.es.js';
import { dateOf, daysBefore } from './days.js';
import { partnerRows } from './partner.js';
import { insertPagePhoto } from '../photos.js';
import { pageIdeas } from './page-ideas.js';

export const campaignIdeas: Readonly<Record<CampaignKey, CampaignIdea>> = {
  ...englishCampaigns,
  backpacks: spanishCampaign,
};
const keys = Object.keys(campaignIdeas) as CampaignKey[];

export const campaignId = (key: CampaignKey): string => idOf('campaign', key);
const ownBeneficiaryId = idOf('beneficiary', 'own');

/** Fundraisers that end later are still live here, so that they can receive gifts; `stopCampaigns` ends them. */
export async function insertCampaigns(tx: Tx, now: Date, organization: string): Promise<number> {
  const partner = await partnerRows(now);
  await insert(tx, 'fundraising.file', partner.files);
  await insert(tx, 'fundraising.beneficiary', [
    {
      id: ownBeneficiaryId,
      kind: 'own',
      name: organization,
      registrationNumber: '12-3456789',
      createdAt: daysBefore(now, 440),
    },
    partner.beneficiary,
  ]);
  const passed = partner.checks.map((check) => ({ ...check, passed: true }));
  await insert(tx, 'fundraising.beneficiary_check', passed);
  await insert(
    tx,
    'fundraising.campaign',
    keys.map((key) => campaignRow(key, now)),
  );
  for (const key of keys) for (const change of statusChanges(key, now)) await insertStatusChange(tx, key, change);
  await insert(
    tx,
    'fundraising.page',
    pageIdeas.map((page) => ({
      ...page,
      campaignId: campaignId(page.campaign),
      teamId: page.team && idOf('page', page.team),
      ownerName: page.owner,
      ownerEmail: `${page.slug}@example.org`,
      tokenVersion: 0,
      createdAt: daysBefore(now, page.ago),
    })),
  );
  await insertPagePhoto(tx, now);
  return keys.length;
}

/** Used if no gifts are simulated. Sends no emails. */
export async function insertNews(tx: Tx, now: Date): Promise<void> {
  await insert(
    tx,
    'fundraising.update',
    keys.flatMap((key) => updateRows(key, now)),
  );
}

export async function stopCampaigns(tx: Tx, now: Date, by: Date): Promise<void> {
  for (const key of keys) {
    const { stoppedAgo, status, organizer } = campaignIdeas[key];
    if (stoppedAgo === undefined) continue;
    const at = daysBefore(now, stoppedAgo);
    if (at > by) continue;
    const changed = await tx.query(
      `UPDATE fundraising.campaign SET status = $2, ended_at = CASE WHEN $2 = 'ended' THEN $3::timestamptz END,
         updated_at = $3 WHERE id = $1 AND status = 'live' RETURNING id`,
      [campaignId(key), status, at],
    );
    const accountId = organizer.account && idOf('account', organizer.account);
    if (changed.length > 0)
      await insertStatusChange(tx, key, { fromStatus: 'live', toStatus: status, at, accountId, note: '' });
  }
}

const createdAt = (key: CampaignKey, now: Date): Date => daysBefore(now, campaignIdeas[key].createdAgo);

function campaignRow(key: CampaignKey, now: Date) {
  const idea = campaignIdeas[key];
  const chapter = idea.chapter && chapters[idea.chapter];
  const published = idea.publishedAgo === undefined ? null : daysBefore(now, idea.publishedAgo);
  return {
    ...idea,
    id: campaignId(key),
    chapterId: chapter?.id ?? null,
    beneficiaryId: idea.forPartner ? idOf('beneficiary', 'harbor') : ownBeneficiaryId,
    currency: 'USD',
    timeZone: chapter?.timeZone ?? 'America/Los_Angeles',
    startsOn: published && dateOf(published),
    endsOn: idea.endsAgo === undefined ? null : dateOf(daysBefore(now, idea.endsAgo)),
    status: idea.stoppedAgo === undefined ? idea.status : 'live',
    reviewedBy: published && idOf('account', 'moderator@demo.example'),
    submittedAt: idea.status === 'draft' ? null : daysBefore(now, Math.max(idea.createdAgo - 1, 0)),
    organizerName: idea.organizer.name,
    organizerEmail: idea.organizer.email,
    organizerAccountId: idea.organizer.account && idOf('account', idea.organizer.account),
    bySupporter: idea.organizer.account === null,
    eventIds: [],
    suggestedAmounts: idea.suggestedAmounts ?? [],
    publishedAt: published,
    tokenVersion: 0,
    createdAt: createdAt(key, now),
    updatedAt: published ?? createdAt(key, now),
  };
}

interface StatusChange {
  fromStatus: string | null;
  toStatus: string;
  at: Date;
  accountId: string | null;
  note: string;
}

function statusChanges(key: CampaignKey, now: Date): StatusChange[] {
  const { status, createdAgo, publishedAgo, organizer } = campaignIdeas[key];
  const accountId = organizer.account && idOf('account', organizer.account);
  const first = accountId ? 'draft' : 'unconfirmed';
  const steps: StatusChange[] = [{ fromStatus: null, toStatus: first, at: createdAt(key, now), accountId, note: '' }];
  if (status === 'draft') return steps;
  steps.push({ fromStatus: first, toStatus: 'in_review', at: daysBefore(now, createdAgo - 1), accountId, note: '' });
  if (publishedAgo === undefined) return steps;
  const moderator = idOf('account', 'moderator@demo.example');
  return [
    ...steps,
    { fromStatus: 'in_review', toStatus: 'live', at: daysBefore(now, publishedAgo), accountId: moderator, note: '' },
  ];
}

async function insertStatusChange(tx: Tx, key: CampaignKey, change: StatusChange): Promise<void> {
  await insert(tx, 'fundraising.campaign_status_change', [{ ...change, campaignId: campaignId(key) }]);
}

function updateRows(key: CampaignKey, now: Date) {
  const { updates, organizer } = campaignIdeas[key];
  return updates.map(({ ago, title, body }) => ({
    id: idOf('update', key, title),
    campaignId: campaignId(key),
    title,
    body,
    authorName: organizer.name,
    status: 'published',
    writtenAt: daysBefore(now, ago),
    publishedAt: daysBefore(now, ago),
    mailedAt: daysBefore(now, ago),
    mailedTo: 0,
  }));
}

const generalFundStory = `Rent, a phone line, gas to get to court: the things no one puts on a poster keep everything else going.

The need changes from week to week, so we decide week by week and record every cent.`;

/** The worker creates the rest of the fund. */
export async function insertGeneralFund(tx: Tx, now: Date, organization: string): Promise<void> {
  const at = daysBefore(now, 440);
  const amounts = [
    { amountMinor: '2500', text: 'a tank of gas to get to court', textEs: 'un tanque lleno para ir al tribunal' },
    {
      amountMinor: '6000',
      text: 'a staffed phone line for a week',
      textEs: 'una semana de teléfono atendido',
    },
    { amountMinor: '12000', text: 'a day of an advocate’s time', textEs: 'un día de trabajo de una consejera' },
  ];
  await tx.query(
    `INSERT INTO fundraising.campaign (id, slug, beneficiary_id, title, story, goal_minor, currency, time_zone, status,
       organizer_name, organizer_email, is_general, gift_mails, suggested_amounts, published_at, created_at, updated_at)
     VALUES ($1, 'general-fund', $2, $3, $4, 0, 'USD', 'America/Los_Angeles', 'live', $3, 'finance@demo.example', true, false,
       $5, $6, $6, $6)`,
    [idOf('campaign', 'general'), ownBeneficiaryId, organization, generalFundStory, JSON.stringify(amounts), at],
  );
}
