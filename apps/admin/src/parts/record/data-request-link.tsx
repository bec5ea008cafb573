import { Link } from 'react-router';
import { canSeePersonalData, useMe } from '../../session/use-me';
import { useWords } from '../../words/words';
import cells from '../lists/cells.module.css';

/** The email is passed in navigation state, never in the URL. */
export function DataRequestLink({ email }: { email: string }) {
  const { t } = useWords();
  if (!canSeePersonalData(useMe())) return null;
  return (
    <span className={cells.longMeta}>
      <Link to="/peoples-data" state={{ email }} className={cells.lineLink}>
        {t.common.exportOrErase}
      </Link>
    </span>
  );
}
