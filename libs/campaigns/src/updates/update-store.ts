import { insertRow, readInput, refuseFaults, type Tx } from '@upstander/platform';
import { CampaignUpdate } from '../campaigns/update.entity.js';
import { PostCampaignUpdateInput } from './update.input.js';

/** @throws Refusal BAD_INPUT listing every invalid field */
export function toUpdateValues(input: Pick<CampaignUpdate, 'title' | 'body'>): Pick<CampaignUpdate, 'title' | 'body'> {
  const { values, faults } = readInput(PostCampaignUpdateInput, input);
  for (const field of ['title', 'body'] as const) if (!values[field]) faults[field] = 'required';
  refuseFaults(faults);
  const { title, body } = values;
  return { title, body };
}

export async function insertUpdate(
  tx: Tx,
  update: Pick<CampaignUpdate, 'campaignId' | 'title' | 'body' | 'authorName' | 'status' | 'writtenAt'> &
    Partial<Pick<CampaignUpdate, 'publishedAt'>>,
): Promise<string> {
  return insertRow(tx.manager, CampaignUpdate, { ...update });
}
