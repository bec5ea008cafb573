import { hour, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const outreachLimits = limits.define({
  'photo-upload': {
    counts: 'photos and signed forms uploaded by one account',
    points: 100,
    seconds: hour,
    shared: true,
  },
  'school-upload': {
    counts: 'school documents and directories uploaded by one account',
    points: 100,
    seconds: hour,
    shared: true,
  },
  reply: { counts: 'emails that answer one message to one person', points: 20, seconds: hour, shared: true },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof outreachLimits> {}
}
