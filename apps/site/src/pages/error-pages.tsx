import { ButtonLink } from '../frame/button';
import { PlainPage } from '../frame/plain-page';
import { usePage } from '../request/page-context';
import { useHasPage } from '../request/features';

export function NotFoundPage() {
  const t = usePage().words.site.notFound;
  return (
    <PlainPage title={t.title} text={t.text}>
      <p className="actions">
        <ButtonLink to="/events" label={t.events} />
        <ButtonLink to="/" label={t.home} look="quiet" />
      </p>
      <ErrorPageLinks />
    </PlainPage>
  );
}

function ErrorPageLinks() {
  const { words } = usePage();
  const hasPage = useHasPage();
  const links = [
    ['/help', words.site.notFound.help],
    ['/search', words.frame.search],
    ['/fundraisers', words.frame.fundraisers],
    ['/learn', words.frame.learn],
    ['/chapters', words.site.chapters.title],
    ['/contact', words.site.notFound.contact],
  ] as const;
  return (
    <ul className="links">
      {links
        .filter(([to]) => hasPage(to))
        .map(([to, name]) => (
          <li key={to}>
            <a href={to}>{name}</a>
          </li>
        ))}
    </ul>
  );
}

/** Shown if this browser doesn't have the token of a personal page. The link in the email opens it again. */
export function LinkClosedPage() {
  const t = usePage().words.site.notFound;
  return (
    <PlainPage title={t.closedTitle} text={t.closedText} icon="lock">
      <p className="small">{t.closedCookies}</p>
      <p className="actions">
        <ButtonLink to="/" label={t.home} look="quiet" />
      </p>
    </PlainPage>
  );
}

/** Shown after a fault, with its ID in the log, or for an invalid request. */
export function FaultPage({ badRequest }: { badRequest: boolean }) {
  const { words, requestId } = usePage();
  const t = badRequest ? words.site.badRequest : words.site.fault;
  return (
    <PlainPage title={t.title} text={t.text}>
      {!badRequest && <p className="small">{words.site.fault.id({ id: requestId })}</p>}
      <p className="actions">
        <ButtonLink to="/" label={words.site.notFound.home} look="quiet" />
      </p>
      <ErrorPageLinks />
    </PlainPage>
  );
}
