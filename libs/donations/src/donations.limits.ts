import { hour, minute, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const donationsLimits = limits.define({
  gift: { counts: 'gifts started from one network', points: 'GIFTS_PER_MINUTE', seconds: minute, shared: false },
  'gift-by-email': {
    counts: 'gifts started for one typed address',
    points: 'GIFTS_PER_EMAIL_HOUR',
    seconds: hour,
    shared: true,
  },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof donationsLimits> {}
}
