import { usePage } from '../request/page-context';
import type { MySignupData } from './my-signup';

/** Time before the shift from which the code is unfolded, because volunteers at the entrance need only that. */
const openBefore = 24 * 3_600_000;

/** A name works as well, so that an empty battery stops no one. */
export function DoorCode({ signup }: { signup: MySignupData }) {
  const { words, now } = usePage();
  const t = words.site.manage;
  const { doorQrSvg, event, shift } = signup;
  if (doorQrSvg === null || event.online) return null;
  return (
    <details className="panel door-code" open={new Date(shift.startsAt).valueOf() - now.valueOf() < openBefore}>
      <summary>{t.doorTitle}</summary>
      <img src={`data:image/svg+xml,${encodeURIComponent(doorQrSvg)}`} alt={t.doorPicture} width="240" height="240" />
      <p>{t.doorText}</p>
    </details>
  );
}
