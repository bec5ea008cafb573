import { hour, minute, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const eventLimits = limits.define({
  'sign-up': { counts: 'sign-ups from one network', points: 'SIGN_UPS_PER_MINUTE', seconds: minute, shared: false },
  'self-check-in': { counts: 'self check-in attempts by one person', points: 10, seconds: hour, shared: true },
  kiosk: { counts: 'check-ins at the kiosk of one event', points: 60, seconds: minute, shared: true },
  'kiosk-unknown': { counts: 'unknown names at the kiosk of one event', points: 200, seconds: hour, shared: true },
  'lead-check-in': { counts: 'check-ins by the lead of one shift', points: 120, seconds: minute, shared: true },
  'organizer-message': { counts: 'messages to rosters by one account', points: 100, seconds: hour, shared: true },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof eventLimits> {}
}
