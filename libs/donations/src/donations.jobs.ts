import { registerMoneyJob } from '@upstander/payments';
import { jobs, type Defined } from '@upstander/platform';

export const donationsJobs = jobs.define({
  'expire-gifts': { every: 600_000 },
  'match-gifts': { every: 60_000 },
  'check-gift-imports': { every: 60_000 },
  'import-gifts': { every: 60_000 },
  'stop-recurring-gifts': { every: 60_000 },
  'forget-challenges': { every: 86_400_000 },
  'notify-honourees': { every: 600_000 },
  'make-yearly-statements': { every: 3_600_000 },
});

registerMoneyJob('match-gifts');

declare module '@upstander/platform' {
  interface Jobs extends Defined<typeof donationsJobs> {}
}
