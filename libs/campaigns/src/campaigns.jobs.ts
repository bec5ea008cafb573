import { registerMoneyJob } from '@upstander/payments';
import { jobs, type Defined } from '@upstander/platform';

export const campaignsJobs = jobs.define({
  'notify-gift-owners': { every: 600_000 },
  'end-campaigns': { every: 300_000 },
  'keep-general-funds': { every: 600_000 },
  'mail-campaign-updates': { every: 60_000 },
  'watch-beneficiaries': { every: 3_600_000 },
  'watch-disbursements': { every: 3_600_000 },
});

registerMoneyJob('notify-gift-owners');

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof campaignsJobs> {}
}
