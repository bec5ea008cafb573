import { Button, Stack } from '@mantine/core';
import { Link, Navigate } from 'react-router';
import { useRead } from '../api/use-api';
import { customScreensFor } from '../navigation/sections';
import { PlusIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { isAdmin, mayOrganize, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { Feedback } from './feedback';
import { HomeFigures } from './figures';
import { FirstRun } from './first-run';
import { credentialsWaitingQuery, eventActionItemsQuery } from './queries';
import { TaskList } from './task-list';
import { Today } from './today';
import { useEventTasks } from './use-event-tasks';
import { useFinanceTasks } from './use-finance-tasks';
import { usePeopleTasks } from './use-people-tasks';

/** Today first: the event that is on or next, then what needs attention, then figures. */
export function Home() {
  const me = useMe();
  const { t } = useWords('home');
  const [firstScreen] = customScreensFor(me);
  const organizes = mayOrganize(me);
  const events = useRead(eventActionItemsQuery, {}, { enabled: organizes });
  const credentials = useRead(credentialsWaitingQuery, {}, { enabled: organizes }).data?.credentialsToDecide;
  const needs = events.data?.chapterTasks;
  const eventTasks = {
    tasks: useEventTasks(needs, credentials),
    isLoading: organizes && !needs && !events.error,
    error: needs ? null : events.error,
    retry: () => void events.refetch(),
  };
  const lists = [eventTasks, usePeopleTasks(), useFinanceTasks()];
  if (firstScreen) return <Navigate to={firstScreen.to} replace />;
  return (
    <div>
      <PageHeader title={t.home.hello({ name: me.name.split(' ')[0] ?? me.name })}>
        {organizes && (
          <Button component={Link} to="/events/new" leftSection={<PlusIcon />}>
            {t.common.newEvent}
          </Button>
        )}
      </PageHeader>
      <Stack gap={32}>
        {/* Only administrators can add chapters and roles. */}
        {isAdmin(me) && needs && <FirstRun done={needs.firstRun} />}
        {eventTasks.isLoading && <Loading noun={t.home.what} />}
        {needs && <Today events={needs.upcoming} />}
        <TaskList lists={lists} />
        <HomeFigures />
        {needs && <Feedback feedback={needs.feedback} />}
      </Stack>
    </div>
  );
}
