import { Icon } from '../../frame/icons';
import { usePage } from '../../request/page-context';
import { homePathOf } from '../../sign-in/home-path';
import { BusinessList } from '../business-list';
import type { BusinessHeadData } from '../queries';

interface Props {
  me: Parameters<typeof homePathOf>[0] | null;
  businesses: readonly BusinessHeadData[];
}

export function BusinessEntryLinks({ me, businesses }: Props) {
  const { words } = usePage();
  const t = words.site.business.why;
  if (businesses.length > 0) {
    return (
      <section aria-labelledby="yours">
        <h2 id="yours">{words.site.business.status.homeTitle}</h2>
        <BusinessList businesses={businesses} />
        <p>
          <a href="/business/register">{words.site.business.status.another}</a>
        </p>
      </section>
    );
  }
  const home = me && homePathOf(me) !== '/business/home' ? homePathOf(me) : null;
  return (
    <>
      <p className="actions">
        <a className="button large" href="/business/home">
          {t.begin}
          <Icon name="arrow" />
        </a>
        {me ? (
          home !== null && (
            <a className="button quiet large" href={home}>
              {t.ownPage}
            </a>
          )
        ) : (
          <a className="button quiet large" href="/sign-in?to=%2Fbusiness%2Fhome">
            {t.signIn}
          </a>
        )}
      </p>
      <p className="small">{t.beginHint}</p>
    </>
  );
}
