import { PlainPage } from '../frame/plain-page';
import { usePage } from '../request/page-context';

export function NotFoundPage() {
  const t = usePage().words.site.notFound;
  return (
    <PlainPage title={t.title} text={t.text}>
      <p className="actions">
        <a className="button" href="/events">
          {t.events}
        </a>
        <a className="button quiet" href="/">
          {t.home}
        </a>
      </p>
      <WaysOn />
    </PlainPage>
  );
}

/** Where else to go from a page that is not there, or does not work: help first. */
function WaysOn() {
  const { words } = usePage();
  const ways = [
    ['/help', words.site.notFound.help],
    ['/search', words.frame.search],
    ['/fundraisers', words.frame.fundraisers],
    ['/learn', words.frame.learn],
    ['/chapters', words.site.chapters.title],
    ['/contact', words.site.notFound.contact],
  ] as const;
  return (
    <ul className="links">
      {ways.map(([to, name]) => (
        <li key={to}>
          <a href={to}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

/** A personal page whose link this browser has no more, or never had: the link in the mail opens it again. */
export function LinkClosedPage() {
  const t = usePage().words.site.notFound;
  return (
    <PlainPage title={t.closedTitle} text={t.closedText} icon="lock">
      <p className="small">{t.closedCookies}</p>
      <p className="actions">
        <a className="button quiet" href="/">
          {t.home}
        </a>
      </p>
    </PlainPage>
  );
}

/** Something broke (with the number that stands in the log), or the request could not be read. */
export function FaultPage({ badRequest }: { badRequest: boolean }) {
  const { words, requestId } = usePage();
  const t = badRequest ? words.site.badRequest : words.site.fault;
  return (
    <PlainPage title={t.title} text={t.text}>
      {!badRequest && <p className="small">{words.site.fault.id({ id: requestId })}</p>}
      <p className="actions">
        <a className="button quiet" href="/">
          {words.site.notFound.home}
        </a>
      </p>
      <WaysOn />
    </PlainPage>
  );
}
