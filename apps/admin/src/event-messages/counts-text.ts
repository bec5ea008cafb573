import type { AdminCatalog } from '@upstander/web-kit';
import type { MessageHead } from './queries';

/** Returns the results of a message in one line, for example "24 sent · 2 failed". Empty until sending starts. */
export function countsText(t: AdminCatalog<'eventMessages'>['admin'], { counts }: Pick<MessageHead, 'counts'>): string {
  const names = ['sent', 'waiting', 'failed', 'stopped', 'leftOut'] as const;
  const labels = t.eventMessages.counts;
  return names
    .filter((name) => counts[name] > 0)
    .map((name) => labels[name]({ count: counts[name] }))
    .join(' · ');
}
