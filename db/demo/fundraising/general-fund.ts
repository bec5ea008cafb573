import type { Tx } from '@upstander/platform';
import { idOf } from '../random.js';
import { ownBeneficiaryId } from './campaigns.js';
import { daysBefore } from './days.js';

const story = `Rent, a phone line, gas to get to court: the things no one puts on a poster keep everything else going.

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
    [idOf('campaign', 'general'), ownBeneficiaryId, organization, story, JSON.stringify(amounts), at],
  );
}
