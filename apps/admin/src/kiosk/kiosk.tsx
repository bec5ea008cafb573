import { Alert, Button, Title } from '@mantine/core';
import { ApiFault } from '@upstander/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchSignedInAccountId } from '../session/me';
import { useSignOut } from '../sign-out/sign-out';
import { Failure } from '../parts/ui/failure';
import { LockIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { useWords } from '../words/words';
import { Closed } from './closed';
import { askAsKiosk, kioskQuery, takeToken } from './kiosk-api';
import classes from './kiosk.module.css';
import { Welcome } from './welcome';

/** Shows no list of people, because visitors use it themselves. */
export function KioskPage() {
  const { t } = useWords('checkIn');
  const [token] = useState(takeToken);
  const session = useQuery({
    queryKey: ['kiosk', 'signed-in'],
    queryFn: fetchSignedInAccountId,
    staleTime: 0,
    retry: true,
  });
  return (
    <main id="content" className={classes.page}>
      {session.data === undefined ? (
        <Loading noun={t.checkIn.kiosk.what} />
      ) : session.data !== null ? (
        <SignOutFirst />
      ) : token === null ? (
        <Closed />
      ) : (
        <Open token={token} />
      )}
    </main>
  );
}

function Open({ token }: { token: string }) {
  const { t } = useWords('checkIn');
  const { data, error } = useQuery({
    queryKey: ['kiosk', token],
    queryFn: async () => (await askAsKiosk(kioskQuery, { token })).kiosk,
    retry: (_, failure) => failure instanceof ApiFault,
  });
  if (data) return <Welcome token={token} event={data} />;
  if (!error) return <Loading noun={t.checkIn.kiosk.what} />;
  return error instanceof ApiFault ? <Failure error={error} /> : <Closed />;
}

/** A shared device must not have a signed-in user. */
function SignOutFirst() {
  const { t } = useWords('checkIn');
  const labels = t.checkIn.kiosk;
  // The token stays in this tab, so the kiosk opens after signing out.
  const { signOut, pending, dialog } = useSignOut('/admin/kiosk');
  return (
    <>
      <Title order={1}>{labels.signedInTitle}</Title>
      <Alert color="amber" icon={<LockIcon />}>
        {labels.signedInText}
      </Alert>
      <Button size="lg" aria-disabled={pending} onClick={() => pending || signOut()}>
        {labels.signOut}
      </Button>
      {dialog}
    </>
  );
}
