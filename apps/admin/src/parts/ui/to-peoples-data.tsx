import { Link } from 'react-router';
import { seesMoney, useMe } from '../../session/use-me';
import { useWords } from '../../words/words';
import cells from '../lists/cells.module.css';

/** The way to an export or an erasure for this person. The address travels beside the link: it stands in no URL. */
export function ToPeoplesData({ email }: { email: string }) {
  const { t } = useWords();
  if (!seesMoney(useMe())) return null;
  return (
    <span className={cells.longMeta}>
      <Link to="/peoples-data" state={{ email }} className={cells.lineLink}>
        {t.common.exportOrErase}
      </Link>
    </span>
  );
}
