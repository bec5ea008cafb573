import { exportAddress } from '../parts/lists/export-address';
import type { ListState } from '../parts/lists/list-state';

export function exportPath({ text, oneOf, startOf }: Pick<ListState, 'text' | 'oneOf' | 'startOf'>): string {
  return exportAddress('volunteers', {
    text: text(),
    chapterId: text('chapter'),
    skillId: text('skill'),
    tag: text('tag'),
    standing: text('standing'),
    ...credentialFilter({ text, oneOf }),
    weekday: text('weekday'),
    activeSince: startOf('since'),
    activeBefore: startOf('before'),
  });
}

const holdings = ['MISSING', 'EXPIRING'] as const;

/**
 * Returns the filter for volunteers who have, lack or will soon lose a credential. Without a type, only the last
 * applies.
 */
export function credentialFilter({ text, oneOf }: Pick<ListState, 'text' | 'oneOf'>) {
  const credentialTypeId = text('credential');
  const credential = oneOf('holding', holdings) ?? (credentialTypeId ? ('HELD' as const) : undefined);
  return credentialTypeId || credential === 'EXPIRING' ? { credentialTypeId, credential } : {};
}

export function exportOf(volunteers: ReadonlyArray<{ id: string }>): string {
  return exportAddress('volunteers', { ids: volunteers.map(({ id }) => id).join(',') });
}
