import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';

/** An old or cut link of a gift: what may help is a fresh one. */
export function LinkGone() {
  const { words } = usePage();
  const t = words.site.thanks;
  return (
    <div className="narrow plain">
      <PageHead title={t.linkGoneTitle} personal />
      <h1>{t.linkGoneTitle}</h1>
      <p className="lead">{t.linkGoneText}</p>
      <p className="actions">
        <a className="button" href="/giving">
          {words.site.giving.ask}
        </a>
      </p>
    </div>
  );
}
