import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';

export function Continue() {
  const t = usePage().words.site.give;
  return (
    <>
      <button className="button large" name="do" value="give">
        <Icon name="lock" />
        {t.send}
      </button>
      <p className="small">{t.sendHint}</p>
    </>
  );
}
