import { limits, minute } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const integrationLimits = limits.define({
  'access-token': {
    counts: 'requests with one access token',
    points: 'TOKEN_REQUESTS_PER_MINUTE',
    seconds: minute,
    shared: false,
  },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof integrationLimits> {}
}
