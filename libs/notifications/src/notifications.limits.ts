import { day, hour, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const notificationLimits = limits.define({
  'email-test': { counts: 'tests of emails by one account', points: 60, seconds: hour, shared: true },
  'sms-code-account': { counts: 'codes texted for one account', points: 10, seconds: day, shared: true },
  'sms-code-network': { counts: 'codes texted for one network', points: 20, seconds: day, shared: true },
  'sms-code-number': { counts: 'codes texted to one number', points: 5, seconds: day, shared: true },
  // Each text costs money, and attackers earn with texts to numbers of their own.
  'sms-code-day': { counts: 'codes texted for everyone', points: 500, seconds: day, shared: true },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof notificationLimits> {}
}
