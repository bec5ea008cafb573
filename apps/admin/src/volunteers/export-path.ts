import type { Asked } from '../parts/lists/list-state';

/** Where the volunteers of the same filter are a file; its days are the reader's, as in the list. */
export function exportPath({ text, startOf }: Pick<Asked, 'text' | 'startOf'>): string {
  return pathOf({
    text: text(),
    chapterId: text('chapter'),
    skillId: text('skill'),
    tag: text('tag'),
    weekday: text('weekday'),
    activeSince: startOf('since'),
    activeBefore: startOf('before'),
  });
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
