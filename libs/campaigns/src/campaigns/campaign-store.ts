import { refuseClosedChapter } from '@upstander/identity';
import { changedValues, insertRow, notFound, type Tx } from '@upstander/platform';
import type { CampaignDetails } from './campaign-details.js';
import { Campaign } from './campaign.entity.js';
import { CampaignStatusChange } from './campaign-status-change.entity.js';

/** @throws Refusal NOT_FOUND */
export async function lockCampaign(tx: Tx, id: string): Promise<Campaign> {
  const campaign = await tx.manager.findOne(Campaign, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!campaign) throw notFound('This fundraiser');
  return campaign;
}

/** @throws Refusal CHAPTER_CLOSED */
export async function insertCampaign(
  tx: Tx,
  details: CampaignDetails,
  made: Pick<Campaign, 'slug' | 'chapterId' | 'status' | 'bySupporter' | 'organizerAccountId'>,
  now: Date,
): Promise<string> {
  const row = { ...details, ...made, createdAt: now, updatedAt: now };
  const id = await insertRow(tx.manager, Campaign, row).catch(refuseClosedChapter);
  await insertStatusChange(tx, {
    campaignId: id,
    fromStatus: null,
    toStatus: made.status,
    note: '',
    accountId: made.organizerAccountId,
    at: now,
  });
  return id;
}

/** Unchanged columns are left out, so their triggers don't fire. */
export async function updateCampaign(tx: Tx, before: Campaign, after: Partial<Campaign>, now: Date): Promise<void> {
  const changes = { ...changedValues<Campaign>(before, after), updatedAt: now, version: before.version + 1 };
  await tx.manager.update(Campaign, before.id, changes);
}

export async function insertStatusChange(
  tx: Tx,
  change: Pick<CampaignStatusChange, 'campaignId' | 'fromStatus' | 'toStatus' | 'note' | 'accountId' | 'at'>,
): Promise<string> {
  return insertRow(tx.manager, CampaignStatusChange, { ...change });
}
