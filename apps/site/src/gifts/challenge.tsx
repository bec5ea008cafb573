import { DeviceSum, SumState } from '../forms/puzzle-field';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import { Continue } from './continue';
import type { Challenge } from './queries';

/**
 * Shown during card testing. For browsers without scripts, the page starts with a link by email; the script replaces it
 * with the normal button.
 */
export function ChallengePanel({ challenge }: { challenge: Challenge }) {
  const t = usePage().words.site.give;
  return (
    <>
      <DeviceSum name="solution" sum={challenge} />
      <div data-scripts="without">
        <p className="note amber">{t.challengeNoScript}</p>
        <SubmitButton action="mail" label={t.sendLink} look="large" />
      </div>
      <div data-scripts="with" hidden>
        <p className="small">{t.challengeWhy}</p>
        <SumState working={t.challengeWorking} />
        <Continue />
      </div>
    </>
  );
}
