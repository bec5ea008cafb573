import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';

/** For visitors who opened a direct link and have not seen the safety page. */
export const LeaveNote = cacheMarkup(function LeaveNote() {
  const t = usePage().words.site.safety;
  return (
    <p className="leave-note small">
      <Icon name="exit" />
      <span>
        {t.note} <a href="/using-this-site">{t.beforeSafely}</a>
      </span>
    </p>
  );
});
