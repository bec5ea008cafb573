import { Button, Group } from '@mantine/core';
import { deviceOf } from '@upstander/web-kit';
import { useChange, useRead } from '../api/use-api';
import cards from '../parts/ui/cards.module.css';
import cells from '../parts/lists/cells.module.css';
import { Pending } from '../parts/ui/pending';
import { formatShortDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { useSignOut } from '../sign-out/sign-out';
import { useWords } from '../words/words';
import classes from './account.module.css';
import { revokeSessionMutation, sessionsQuery, signOutElsewhereMutation, type SessionRow } from './queries';

export function Sessions() {
  const { t } = useWords('account');
  const { data, error, refetch } = useRead(sessionsQuery, {});
  if (!data) return <Pending error={error} retry={refetch} noun={t.account.sessionsWhat} lines={2} />;
  const sorted = [...data.mySessions].sort((a, b) => Number(b.current) - Number(a.current));
  return (
    <>
      <ul className={cards.cards}>
        {sorted.map((session) => (
          <Session key={session.id} session={session} />
        ))}
      </ul>
      <Group gap="xs">
        {sorted.length > 1 && <SignOutElsewhere />}
        <SignOutEverywhere />
      </Group>
    </>
  );
}

function SignOutElsewhere() {
  const { t } = useWords('account');
  const change = useChange(signOutElsewhereMutation, { success: () => t.account.elsewhereDone });
  return (
    <Button variant="default" aria-disabled={change.isPending} onClick={() => change.isPending || change.mutate({})}>
      {t.account.elsewhere}
    </Button>
  );
}

/** Ends the current session too, for example after losing a device. */
function SignOutEverywhere() {
  const { t } = useWords('account');
  const { signOut, pending, dialog } = useSignOut();
  return (
    <div>
      <Button variant="default" aria-disabled={pending} onClick={() => pending || signOut('everywhere')}>
        {t.account.everywhere}
      </Button>
      {dialog}
    </div>
  );
}

function Session({ session }: { session: SessionRow }) {
  const { t, locale } = useWords('account');
  const revoke = useChange(revokeSessionMutation, { success: () => t.account.revoked });
  const parsedDevice = deviceOf(session.userAgent);
  const device = parsedDevice
    ? t.account.browserOn({ browser: parsedDevice.browser, system: parsedDevice.system })
    : t.account.unknownDevice;
  return (
    <li className={cards.card}>
      <div>
        <strong>{device}</strong>
        {session.current && <span className={classes.here}>{t.account.thisDevice}</span>}
        <span className={cells.meta}>
          {t.shared.lastUsedWhen({ when: formatShortDateTime(locale, session.lastSeenAt) })} ·{' '}
          {t.account.since({ when: formatShortDateTime(locale, session.createdAt) })}
          {session.firstStep && ` · ${t.account.firstStep[session.firstStep]}`}
        </span>
      </div>
      {!session.current && (
        <RowButton
          label={revoke.isPending ? t.account.revoking : t.account.revoke}
          about={device}
          size="xs"
          isPending={revoke.isPending}
          onClick={() => revoke.mutate({ id: session.id })}
        />
      )}
    </li>
  );
}
