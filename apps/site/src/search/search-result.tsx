import { Day } from '../events/event-times';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import type { SearchResultData } from './queries';
import { resultAddress } from './search-address';

export function SearchResult({ result }: { result: SearchResultData }) {
  const t = usePage().words.site.search;
  const { kind, slug, title, excerpt, startsAt, timeZone, dates, place } = result;
  return (
    <li className="panel">
      <h2>
        <a href={resultAddress(kind, slug)}>{title}</a>
      </h2>
      {excerpt.length > 0 && <p>{excerpt.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))}</p>}
      <p className="card-facts">
        <span className="badge">{dates === null ? t.oneOf[kind] : t.series}</span>
        {startsAt !== null && timeZone !== null && (
          <span>
            <Icon name="calendar" />
            <time dateTime={startsAt}>
              <Day span={{ startsAt, timeZone }} />
            </time>
            {dates !== null && ` · ${t.dates({ n: dates })}`}
          </span>
        )}
        {place !== '' && (
          <span>
            <Icon name="place" />
            {place}
          </span>
        )}
      </p>
    </li>
  );
}
