import { DeviceSum, SumState } from '../forms/device-sum';
import { usePage } from '../request/page-context';
import { Continue } from './continue';
import type { Challenge } from './queries';

/**
 * Only while the form is under attack: a sum that a browser does by itself, by the one script of the public pages, which
 * is our own. The page begins as it is for browsers without scripts (a mailed link is used instead); the script,
 * where it runs, puts the ordinary button in its place.
 */
export function ChallengePanel({ challenge }: { challenge: Challenge }) {
  const t = usePage().words.site.give;
  return (
    <>
      <DeviceSum name="solution" sum={challenge} />
      <div data-scripts="without">
        <p className="note amber">{t.challengeNoScript}</p>
        <button className="button large" name="do" value="mail">
          {t.sendLink}
        </button>
      </div>
      <div data-scripts="with" hidden>
        <p className="small">{t.challengeWhy}</p>
        <SumState working={t.challengeWorking} />
        <Continue />
      </div>
    </>
  );
}
