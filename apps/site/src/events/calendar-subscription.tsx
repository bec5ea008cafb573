import { usePage } from '../request/page-context';

/** Addresses for calendar programs. `path` is a feed, for example /events.ics. */
export function CalendarSubscription({ path }: { path: string }) {
  const { words, locale, publicUrl } = usePage();
  const t = words.site.events;
  const address = `${publicUrl}${path}${locale === 'en' ? '' : `?lang=${locale}`}`;
  const appAddress = address.replace(/^https?:/, 'webcal:');
  return (
    <details className="fold">
      <summary>{t.subscribe}</summary>
      <p>{t.subscribeText}</p>
      <ul>
        <li>
          <a href={appAddress}>{t.subscribeApp}</a>
        </li>
        <li>
          <a href={`https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: appAddress })}`}>
            {t.subscribeGoogle}
          </a>
        </li>
        <li>
          {t.subscribeAddress} <code>{address}</code>
        </li>
      </ul>
    </details>
  );
}
