import { ButtonLink } from '../../frame/button';
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
        <ButtonLink to="/business/home" label={t.begin} look="large" arrow />
        {me ? (
          home !== null && <ButtonLink to={home} label={t.ownPage} look="quiet large" />
        ) : (
          <ButtonLink to="/sign-in?to=%2Fbusiness%2Fhome" label={t.signIn} look="quiet large" />
        )}
      </p>
      <p className="small">{t.beginHint}</p>
    </>
  );
}
