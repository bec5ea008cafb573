import { minute, limits } from '@upstander/identity';
import type { Defined } from '@upstander/platform';

export const accountingLimits = limits.define({
  // Rendering a document takes about 0.1 seconds.
  document: { counts: 'receipts and statements rendered for one network', points: 60, seconds: minute, shared: false },
});

declare module '@upstander/identity' {
  interface Limits extends Defined<typeof accountingLimits> {}
}
