import { hour, minute, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const advocacyLimits = limits.define({
  // Confidential requests store no network addresses, not even hashed, so each process counts on its own.
  'sealed-send': {
    counts: 'applications and consultations sent from one network',
    points: 'SEALED_SENDS_PER_HOUR',
    seconds: hour,
    shared: false,
  },
  'code-by-address': {
    counts: 'reply codes tried from one network',
    points: 'CODE_TRIES_PER_QUARTER_HOUR',
    seconds: 15 * minute,
    shared: false,
  },
  'code-by-everybody': {
    counts: 'wrong reply codes in total; above it, networks take turns',
    points: 'CODE_TRIES_PER_MINUTE',
    seconds: minute,
    shared: true,
  },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof advocacyLimits> {}
}
