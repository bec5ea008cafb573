import { usePage } from '../request/page-context';
import type { EventFundraiserData } from './queries';

export function Fundraisers({ fundraisers }: { fundraisers: readonly EventFundraiserData[] }) {
  const { words, locale } = usePage();
  if (fundraisers.length === 0) return null;
  return (
    <section aria-labelledby="fundraisers">
      <h2 id="fundraisers">{words.site.event.fundraisers}</h2>
      <ul className="links">
        {fundraisers.map(({ slug, title, language }) => (
          <li key={slug}>
            <a href={`/fundraisers/${slug}`} lang={language === locale ? undefined : language}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
