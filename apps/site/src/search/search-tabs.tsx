import { usePage } from '../request/page-context';
import type { SearchKind } from './queries';
import { kinds, searchAddress } from './search-address';

interface Props {
  text: string;
  kind: SearchKind | null;
  counts: ReadonlyArray<{ kind: SearchKind; count: number }>;
}

/** Tabs for the kinds of results that have matches. */
export function SearchTabs({ text, kind, counts }: Props) {
  const t = usePage().words.site.search;
  const found = new Map(counts.map((one) => [one.kind, one.count]));
  return (
    <ul className="tabs search-tabs" aria-label={t.byKind}>
      <li>
        <a href={searchAddress(text, null)} aria-current={kind === null ? 'page' : undefined}>
          {t.all}
        </a>
      </li>
      {kinds
        .filter((one) => found.has(one) || one === kind)
        .map((one) => (
          <li key={one}>
            <a href={searchAddress(text, one)} aria-current={kind === one ? 'page' : undefined}>
              {t.ofKind({ kind: t.kinds[one], n: found.get(one) ?? 0 })}
            </a>
          </li>
        ))}
    </ul>
  );
}
