import { usePage } from '../request/page-context';
import { remembered } from '../request/remembered';
import { Icon } from './icons';

/** The way out, on top of every page at every width. A link: it needs no script. */
export const ExitLink = remembered(function ExitLink() {
  const t = usePage().words.frame;
  return (
    <a className="exit" href="/leave" rel="nofollow" title={t.exitHint}>
      <Icon name="exit" />
      {t.exit}
    </a>
  );
});

/** Says to screen readers how far leaving by Shift has come; the words stand here, so that the script needs none. */
export const LeavingState = remembered(function LeavingState() {
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
