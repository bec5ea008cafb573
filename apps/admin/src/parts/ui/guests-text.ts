import type { ShellCatalog } from '@upstander/web-kit';

type Words = Pick<ShellCatalog['admin'], 'common'>;

export function guestsText(
  { common }: Words,
  { guests, guestNames }: { guests: number; guestNames: readonly string[] },
) {
  if (guests === 0) return '';
  return common.guests({ n: guests, named: guestNames.length > 0, names: guestNames.join(', ') });
}
