import { hour, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const notificationLimits = limits.define({
  'email-test': { counts: 'tests of emails by one account', points: 60, seconds: hour, shared: true },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof notificationLimits> {}
}
