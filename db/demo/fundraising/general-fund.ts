import type { Tx } from '@upstander/platform';
import { insert } from '../insert.js';
import { idOf } from '../random.js';
import { ownId } from './campaigns.js';
import { daysBefore } from './days.js';

const story = `Rent, a phone that is answered, gas for the way to court: what nobody puts on a poster is what keeps the rest going.

Where it is needed changes from week to week, so we decide it week by week, and write down every cent.`;

/** What the organisation works with, as its finance people have written it; the rest is what the worker would make. */
export async function insertGeneralFund(tx: Tx, now: Date, organisation: string): Promise<void> {
  const at = daysBefore(now, 440);
  const fund = {
    ...{ id: idOf('campaign', 'general'), slug: 'general-fund', chapterId: null, beneficiaryId: ownId },
    ...{ title: organisation, summary: '', story, language: 'en', goalMinor: 0, currency: 'USD', isGeneral: true },
    suggestedAmounts: [
      { amountMinor: '2500', text: 'a full tank for the way to court', textEs: 'un tanque lleno para ir al tribunal' },
      {
        amountMinor: '6000',
        text: 'a phone line that is answered for a week',
        textEs: 'una semana de teléfono atendido',
      },
      { amountMinor: '12000', text: 'a day of an advocate', textEs: 'un día de trabajo de una consejera' },
    ],
    ...{ timeZone: 'America/Los_Angeles', status: 'live', giftMails: false, bySupporter: false, eventIds: [] },
    ...{
      organizerName: organisation,
      organizerEmail: 'finance@demo.example',
      publishedAt: at,
      createdAt: at,
      updatedAt: at,
    },
    ...{ coverAlt: '', tokenVersion: 0, version: 1 },
  };
  await insert(tx, 'fundraising.campaign', [fund], Object.keys(fund));
}
