import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { PlusIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { holdsPower, isAdmin, mayOrganize, mayReview, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { FirstRun } from './first-run';
import { MoneyNeedsYou } from './money-needs-you';
import { NeedsYou } from './needs-you';
import { NextEvents } from './next-events';
import { PeopleNeedYou } from './people-need-you';
import { credentialsWaitingQuery, needsYouQuery } from './queries';

export function Home() {
  const me = useMe();
  const { t } = useWords('home');
  const organizes = mayOrganize(me);
  const reviews = mayReview(me);
  const people = holdsPower(me);
  return (
    <div>
      <PageHeader title={t.home.hello({ name: me.name.split(' ')[0] ?? me.name })}>
        {organizes && (
          <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
            {t.home.newEvent}
          </Button>
        )}
      </PageHeader>
      <Stack gap={40}>
        {(people || organizes) && <PeopleNeedYou />}
        {organizes && <Desk />}
        {!organizes && reviews && <MoneyNeedsYou />}
      </Stack>
    </div>
  );
}

function Desk() {
  const me = useMe();
  const { t } = useWords('home');
  const { data, error, refetch } = useRead(needsYouQuery, {});
  const credentials = useRead(credentialsWaitingQuery, {}).data?.credentialsToDecide;
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading noun={t.home.what} />;
  return (
    <Stack gap={40}>
      {/* Only administrators can add chapters and roles. */}
      {isAdmin(me) && <FirstRun done={data.needsYou.firstRun} />}
      <NeedsYou {...data.needsYou} credentials={credentials} />
      {mayReview(me) && <MoneyNeedsYou />}
      <NextEvents events={data.needsYou.upcoming} />
    </Stack>
  );
}
