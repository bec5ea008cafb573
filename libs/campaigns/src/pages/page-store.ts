import { notFound, type Tx } from '@upstander/platform';
import { CampaignPage } from '../campaigns/page.entity.js';

/** @throws Refusal NOT_FOUND */
export async function lockPage(tx: Tx, id: string): Promise<CampaignPage> {
  const page = await tx.manager.findOne(CampaignPage, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!page) throw notFound('This page');
  return page;
}
