import { usePage } from '../request/page-context';
import type { SearchKind } from './queries';
import { kinds, searchAddress } from './search-address';

interface Props {
  text: string;
  kind: SearchKind | null;
  counts: ReadonlyArray<{ kind: SearchKind; count: number }>;
}

export function SearchTabs({ text, kind, counts }: Props) {
  const t = usePage().words.site.search;
  const countByKind = new Map(counts.map((entry) => [entry.kind, entry.count]));
  return (
    <ul className="tabs search-tabs" aria-label={t.byKind}>
      <li>
        <a href={searchAddress(text, null)} aria-current={kind === null ? 'page' : undefined}>
          {t.all}
        </a>
      </li>
      {kinds
        .filter((candidate) => countByKind.has(candidate) || candidate === kind)
        .map((tabKind) => (
          <li key={tabKind}>
            <a href={searchAddress(text, tabKind)} aria-current={kind === tabKind ? 'page' : undefined}>
              {t.ofKind({ kind: t.kinds[tabKind], n: countByKind.get(tabKind) ?? 0 })}
            </a>
          </li>
        ))}
    </ul>
  );
}
