import { hour, limits, minute } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const learningLimits = limits.define({
  'complete-course': {
    counts: 'courses finished by one account',
    points: 20,
    seconds: hour,
    shared: true,
  },
  'service-upload': { counts: 'service files uploaded by one account', points: 60, seconds: hour, shared: true },
  // Rendering a certificate takes a tenth of a second.
  certificate: {
    counts: 'certificates and badges rendered for one network',
    points: 60,
    seconds: minute,
    shared: false,
  },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof learningLimits> {}
}
