import { exportAddress } from '../parts/lists/export-address';
import type { Asked } from '../parts/lists/list-state';

/** Where the volunteers of the same filter are a file. */
export function exportPath({ text, one, startOf }: Pick<Asked, 'text' | 'one' | 'startOf'>): string {
  return exportAddress('volunteers', {
    text: text(),
    chapterId: text('chapter'),
    skillId: text('skill'),
    tag: text('tag'),
    standing: text('standing'),
    ...credentialFilter({ text, one }),
    weekday: text('weekday'),
    activeSince: startOf('since'),
    activeBefore: startOf('before'),
  });
}

const holdings = ['MISSING', 'EXPIRING'] as const;

/** Who has, lacks or is about to lose a credential; without a type it can only be asked who is about to lose any. */
export function credentialFilter({ text, one }: Pick<Asked, 'text' | 'one'>) {
  const credentialTypeId = text('credential');
  const credential = one('holding', holdings) ?? (credentialTypeId ? ('HELD' as const) : undefined);
  return credentialTypeId || credential === 'EXPIRING' ? { credentialTypeId, credential } : {};
}

/** Where these are a file. */
export function exportOf(volunteers: ReadonlyArray<{ id: string }>): string {
  return exportAddress('volunteers', { ids: volunteers.map(({ id }) => id).join(',') });
}
