import { Icon } from '../frame/icons';

interface Props {
  icon: Parameters<typeof Icon>[0]['name'];
  words: { empty: string; emptyHint?: string; emptyFiltered: string; emptyFilteredHint: string; clear: string };
  /** Where a filter leaves nothing over: the address of the list without it. */
  unfiltered: string | null;
}

/** A list with nothing in it, or nothing that fits. */
export function Empty({ icon, words: t, unfiltered }: Props) {
  const filtered = unfiltered !== null;
  const hint = filtered ? t.emptyFilteredHint : t.emptyHint;
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{filtered ? t.emptyFiltered : t.empty}</h2>
      {hint !== undefined && <p>{hint}</p>}
      {filtered && (
        <a className="button quiet" href={unfiltered}>
          {t.clear}
        </a>
      )}
    </div>
  );
}
