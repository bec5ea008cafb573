import type { Asked } from '../parts/lists/list-state';

/** Where the volunteers of the same filter are a file; its days are the reader's, as in the list. */
export function exportPath({ text, one, startOf }: Pick<Asked, 'text' | 'one' | 'startOf'>): string {
  return pathOf({
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
  return pathOf({ ids: volunteers.map(({ id }) => id).join(',') });
}

function pathOf(asked: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams({ bom: '1' });
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return `/exports/volunteers.csv?${query}`;
}
