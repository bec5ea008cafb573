import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';

/** An old, used or cut link from a mail to a business. */
export function BusinessLinkGone() {
  const t = usePage().words.site.business.status;
  return (
    <div className="narrow plain">
      <PageHead title={t.linkGoneTitle} personal />
      <h1>{t.linkGoneTitle}</h1>
      <p className="lead">{t.linkGoneText}</p>
      <p className="actions">
        <a className="button" href="/business/home">
          {t.toHome}
        </a>
      </p>
    </div>
  );
}
