import { usePage } from '../request/page-context';
import type { MySignupData } from './my-signup';

/** From when on the code lies open: whoever stands at the door looks for nothing else on the page. */
const openBefore = 24 * 3_600_000;

/** What somebody shows at the door. The name does as well: nobody is sent away for a telephone that is empty. */
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
