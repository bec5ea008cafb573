import { ownPath } from '../frame/own-path';
import { Icon } from '../frame/icons';
import { headlineMoney } from '../money/money-format';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { percentOf } from './campaign-days';
import type { PageLineData } from './queries';

export function PageLines({ pages }: { pages: readonly PageLineData[] }) {
  return (
    <ul className="pages">
      {pages.map((page) => (
        <PageLine key={page.id} page={page} />
      ))}
    </ul>
  );
}

const PageLine = cacheMarkup(function PageLine({ page }: { page: PageLineData }) {
  const { words, locale } = usePage();
  const t = words.site.campaign;
  const sum = headlineMoney(locale, page.raised);
  return (
    <li>
      <a href={ownPath(page.url)}>
        <Icon name={page.kind === 'TEAM' ? 'people' : 'person'} />
        <span>
          <b lang={page.language === locale ? undefined : page.language}>{page.title}</b>
          <span className="small">
            {page.ownerName} ·{' '}
            {page.goal === null
              ? t.raised({ amount: sum })
              : t.raisedOf({ raised: sum, goal: headlineMoney(locale, page.goal) })}
          </span>
          {page.goal !== null && (
            <progress value={Math.min(percentOf(page.raised, page.goal), 100)} max={100} aria-hidden="true" />
          )}
        </span>
      </a>
    </li>
  );
});
