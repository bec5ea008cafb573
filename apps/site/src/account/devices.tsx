import { deviceOf, shortDate } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { AccountSession } from './queries';

export function Devices({ sessions }: { sessions: readonly AccountSession[] }) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.account;
  const sorted = [...sessions].sort((a, b) => Number(b.current) - Number(a.current));
  const nameOf = ({ userAgent }: AccountSession) => {
    const device = deviceOf(userAgent);
    return device ? t.browserOn({ browser: device.browser, system: device.system }) : t.unknownDevice;
  };
  return (
    <>
      <p id="devices">{t.devices}</p>
      <ul aria-labelledby="devices">
        {sorted.map((session) => (
          <li key={session.id}>
            {nameOf(session)} (
            {session.current
              ? t.thisDevice
              : t.lastUsed({ when: shortDate(locale, new Date(session.lastSeenAt), timeZone) })}
            )
          </li>
        ))}
      </ul>
    </>
  );
}
