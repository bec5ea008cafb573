import { Drawing } from '../drawings/drawings';
import { ButtonLink } from '../frame/button';
import type { Icon } from '../frame/icons';

interface Props {
  icon: Parameters<typeof Icon>[0]['name'];
  words: { empty: string; emptyHint?: string; emptyFiltered: string; emptyFilteredHint: string; clear: string };
  /** Address of the unfiltered list; null if no filter is active. */
  unfiltered: string | null;
}

export function Empty({ icon, words: t, unfiltered }: Props) {
  const isFiltered = unfiltered !== null;
  const hint = isFiltered ? t.emptyFilteredHint : t.emptyHint;
  return (
    <div className="empty">
      <Drawing name={isFiltered ? 'empty-signpost' : icon === 'calendar' ? 'empty-bench' : 'empty-sill'} isPlain />
      <h2>{isFiltered ? t.emptyFiltered : t.empty}</h2>
      {hint !== undefined && <p>{hint}</p>}
      {isFiltered && <ButtonLink to={unfiltered} label={t.clear} look="quiet" />}
    </div>
  );
}
