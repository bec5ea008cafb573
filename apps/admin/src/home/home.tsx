import { Button, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { PlusIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { hasPowerfulRole, isAdmin, mayOrganize, mayReview, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { FirstRun } from './first-run';
import { FinanceActionItems } from './finance-action-items';
import { EventActionItems } from './event-action-items';
import { NextEvents } from './next-events';
import { PeopleActionItems } from './people-action-items';
import { credentialsWaitingQuery, eventActionItemsQuery } from './queries';

export function Home() {
  const me = useMe();
  const { t } = useWords('home');
  const organizes = mayOrganize(me);
  const reviews = mayReview(me);
  const people = hasPowerfulRole(me);
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
        {(people || organizes) && <PeopleActionItems />}
        {organizes && <Desk />}
        {!organizes && reviews && <FinanceActionItems />}
      </Stack>
    </div>
  );
}

function Desk() {
  const me = useMe();
  const { t } = useWords('home');
  const { data, error, refetch } = useRead(eventActionItemsQuery, {});
  const credentials = useRead(credentialsWaitingQuery, {}).data?.credentialsToDecide;
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading noun={t.home.what} />;
  return (
    <Stack gap={40}>
      {/* Only administrators can add chapters and roles. */}
      {isAdmin(me) && <FirstRun done={data.chapterTasks.firstRun} />}
      <EventActionItems {...data.chapterTasks} credentials={credentials} />
      {mayReview(me) && <FinanceActionItems />}
      <NextEvents events={data.chapterTasks.upcoming} />
    </Stack>
  );
}
