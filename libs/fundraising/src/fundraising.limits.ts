import { day, hour, minute, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const fundraisingLimits = limits.define({
  gift: { counts: 'gifts begun from one network', points: 'GIFTS_PER_MINUTE', seconds: minute, shared: false },
  'gift-by-email': {
    counts: 'gifts begun for one typed address',
    points: 'GIFTS_PER_EMAIL_HOUR',
    seconds: hour,
    shared: true,
  },
  'file-upload': { counts: 'files sent by one account', points: 100, seconds: hour, shared: true },
  'fundraiser-update': { counts: 'news written by one fundraiser', points: 10, seconds: day, shared: true },
  // Rendering a document takes about 0.1 seconds.
  document: { counts: 'receipts and statements drawn for one network', points: 60, seconds: minute, shared: false },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof fundraisingLimits> {}
}
