import { ActionButton } from './signup-status';
import { usePage } from '../request/page-context';

/** The address is shown only once, right after its creation. */
export function CalendarFeedPanel({ url, exists }: { url: string | null; exists: boolean }) {
  const t = usePage().words.site.manage;
  return (
    <details className="fold panel" open={url !== null}>
      <summary>{t.feedHeading}</summary>
      {url === null ? (
        <p>{t.feedText}</p>
      ) : (
        <div className="field" role="status">
          <label htmlFor="feed">{t.feedReady}</label>
          <input id="feed" readOnly value={url} autoFocus />
          <p className="hint">{t.feedHow}</p>
        </div>
      )}
      <div className="actions">
        {url === null && <ActionButton action="feed-on" label={t.feedCreate} />}
        {(exists || url !== null) && <ActionButton action="feed-off" label={t.feedRevoke} />}
      </div>
    </details>
  );
}
