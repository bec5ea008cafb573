import { aCampaign, aPaidGift } from './factories.fundraising.js';
import { campaignOperations, type Desk } from './campaigns.js';

const fields = `{ id status amount { amountMinor currency } paidOn reference evidenceUrl campaignTitle beneficiaryName
  recordedBy recordedAt decidedBy decidedAt refusalNote }`;

export const disbursementOperations = {
  record: `mutation ($input: RecordDisbursementInput!) { recordDisbursement(input: $input) ${fields} }`,
  approve: `mutation ($input: DisbursementIdInput!) { approveDisbursement(input: $input) ${fields} }`,
  refuse: `mutation ($input: RefuseDisbursementInput!) { refuseDisbursement(input: $input) ${fields} }`,
};

export interface ShownDisbursement {
  id: string;
  status: string;
  amount: { amountMinor: number };
  [field: string]: unknown;
}

export const disbursementInput = (campaignId: string, amount: number, extra: object = {}) => ({
  input: {
    campaignId,
    amount: { amountMinor: amount, currency: 'USD' },
    paidOn: '2026-10-19',
    reference: 'Wire 17',
    ...extra,
  },
});

export function disbursementSteps(desk: () => Desk, now: Date) {
  const disbursable = async (id: string) =>
    (await desk().does('finance', campaignOperations.show, { id })).disbursable.amountMinor;
  return {
    disbursable,
    /** Creates a live campaign with these gifts, whose card fees are known and deducted. */
    async createFunded(...gifts: number[]): Promise<{ id: string; slug: string; disbursable: number }> {
      const { db } = desk().app;
      const campaign = await aCampaign(db, { chapterId: desk().chapterId, now });
      for (const gift of gifts) await aPaidGift(db, { campaignId: campaign.id, intendedMinor: gift, paidAt: now });
      return { ...campaign, disbursable: await disbursable(campaign.id) };
    },
    recorded: (campaignId: string, amount: number) =>
      desk().does<ShownDisbursement>('finance', disbursementOperations.record, disbursementInput(campaignId, amount)),
  };
}
