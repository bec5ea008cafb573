import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';

export function NotFoundPage() {
  const t = usePage().words.site.notFound;
  return (
    <div className="narrow plain">
      <PageHead title={t.title} personal />
      <h1>{t.title}</h1>
      <p className="lead">{t.text}</p>
      <p className="actions">
        <a className="button" href="/events">
          {t.events}
        </a>
        <a className="button quiet" href="/">
          {t.home}
        </a>
      </p>
    </div>
  );
}

/** Something broke (with the number that stands in the log), or the request could not be read. */
export function FaultPage({ badRequest }: { badRequest: boolean }) {
  const { words, requestId } = usePage();
  const t = badRequest ? words.site.badRequest : words.site.fault;
  return (
    <div className="narrow plain">
      <PageHead title={t.title} personal />
      <h1>{t.title}</h1>
      <p className="lead">{t.text}</p>
      {!badRequest && <p className="small">{words.site.fault.id(requestId)}</p>}
      <p className="actions">
        <a className="button quiet" href="/">
          {words.site.notFound.home}
        </a>
      </p>
    </div>
  );
}
