import { hour, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const outreachLimits = limits.define({
  'school-ask': { counts: 'letters to schools begun from one network', points: 20, seconds: hour, shared: true },
  'school-ask-by-email': {
    counts: 'letters to schools begun for one typed address',
    points: 5,
    seconds: hour,
    shared: true,
  },
  'site-message': { counts: 'messages sent on the site from one network', points: 10, seconds: hour, shared: true },
  'site-message-by-email': {
    counts: 'messages sent on the site for one typed address',
    points: 5,
    seconds: hour,
    shared: true,
  },
  'photo-upload': {
    counts: 'photos and signed papers sent by one account',
    points: 100,
    seconds: hour,
    shared: true,
  },
  'school-upload': {
    counts: 'documents and directories of schools sent by one account',
    points: 100,
    seconds: hour,
    shared: true,
  },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof outreachLimits> {}
}
