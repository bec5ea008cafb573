import { ButtonLink } from '../frame/button';
import { PlainPage } from '../frame/plain-page';
import { usePage } from '../request/page-context';

/**
 * A submitted form is included with a button that sends it again: browsers don't cache our pages, so going back would
 * show an empty form or this page.
 */
export function UnavailablePage() {
  const { words, path, isFormPost, submittedFields } = usePage();
  const t = words.site.away;
  return (
    <PlainPage title={isFormPost ? t.sentTitle : t.title} text={isFormPost ? t.sentText : t.text}>
      {isFormPost ? (
        <form method="post" action={path}>
          {submittedFields.map(([name, value], place) => (
            <input key={place} type="hidden" name={name} value={value} />
          ))}
          {submittedFields.some(([name, value]) => name === 'key' && value !== '') && <p>{t.once}</p>}
          <p className="actions">
            <button className="button">{t.sendAgain}</button>
          </p>
        </form>
      ) : (
        <p className="actions">
          <ButtonLink to={path} label={t.again} />
        </p>
      )}
      <PagesWithoutData />
    </PlainPage>
  );
}

/** Hidden after a form, because following a link would lose it. */
function PagesWithoutData() {
  const { words, isFormPost } = usePage();
  const pages = [
    ['/help', words.site.notFound.help],
    ['/using-this-site', words.frame.usingThisSite],
    ['/privacy', words.frame.privacy],
  ] as const;
  if (isFormPost) return null;
  return (
    <>
      <h2>{words.site.away.still}</h2>
      <ul className="links">
        {pages.map(([to, name]) => (
          <li key={to}>
            <a href={to}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
