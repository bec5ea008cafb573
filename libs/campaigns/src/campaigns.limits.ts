import { day, hour, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const campaignsLimits = limits.define({
  'file-upload': { counts: 'files uploaded by one account', points: 100, seconds: hour, shared: true },
  'fundraiser-update': { counts: 'updates written for one fundraiser', points: 10, seconds: day, shared: true },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof campaignsLimits> {}
}
