import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { Icon } from './icons';

/** Works without a script. */
export const ExitLink = cacheMarkup(function ExitLink() {
  const t = usePage().words.frame;
  return (
    <a className="exit" href="/leave" rel="nofollow" title={t.exitHint}>
      <Icon name="exit" />
      {t.exit}
    </a>
  );
});

/** Announces the progress of leaving by Shift to screen readers. The texts are here, so that the script needs none. */
export const LeavingState = cacheMarkup(function LeavingState() {
  const t = usePage().words.frame;
  return (
    <p
      className="hidden"
      id="leaving"
      role="status"
      data-twice={t.shiftTwice}
      data-once={t.shiftOnce}
      data-over={t.shiftOver}
      data-going={t.leaving}
    />
  );
});
