import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useChange } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import { DataTable } from '../parts/lists/data-table';
import { StatusBadge } from '../parts/ui/status-badge';
import { formatShortDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';
import { jobName } from './job-name';
import { runJobMutation, type JobState } from './queries';
import { timeText } from './time-text';

/** Those that need somebody first. */
const order = ['BAD', 'WARNING', 'UNKNOWN', 'FINE'];

/** Those that need somebody; the others, which are many, when they are asked for. */
export function JobList({ jobs, again }: { jobs: readonly JobState[]; again: () => void }) {
  const { t } = useWords('health');
  const say = t.health;
  const [all, { toggle }] = useDisclosure(false);
  const rows = all ? jobs : jobs.filter(({ state }) => state !== 'FINE');
  return (
    <Stack gap="md" align="stretch">
      {rows.length > 0 && <Jobs jobs={rows} again={again} />}
      <div>
        <Button variant="default" aria-expanded={all} onClick={toggle}>
          {all ? say.fewerJobs : say.allJobs({ count: jobs.length })}
        </Button>
      </div>
    </Stack>
  );
}

/** How each went, and the way to have it run now. */
function Jobs({ jobs, again }: { jobs: readonly JobState[]; again: () => void }) {
  const { t, locale } = useWords('health');
  const say = t.health;
  const rows = [...jobs].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      jobName(say, a.name).localeCompare(jobName(say, b.name), locale),
  );
  return (
    <DataTable
      label={say.jobList}
      rows={rows}
      idOf={({ name }) => name}
      columns={[
        {
          key: 'name',
          header: say.job,
          cell: ({ name }) => <strong>{jobName(say, name)}</strong>,
          under: ({ everySeconds, waiting }) => [
            say.every({ time: timeText(say, everySeconds) }),
            waiting > 0 && say.waiting({ count: waiting }),
          ],
        },
        {
          key: 'state',
          header: say.state,
          onCard: 'plain',
          width: '32%',
          cell: ({ state }) => <StatusBadge kind="healthState" status={state} />,
          under: ({ name, failures, fault, faultId, failedAt }) =>
            failures > 0 && [
              say.failures({ count: failures, fault: fault ?? '?' }),
              failedAt && formatShortDateTime(locale, failedAt),
              faultId && say.faultId({ job: name, id: faultId }),
            ],
        },
        {
          key: 'doneAt',
          header: say.lastDone,
          cell: ({ doneAt }) => (doneAt ? <ListTime at={doneAt} /> : say.never),
          under: ({ milliseconds }) => milliseconds !== null && say.took({ ms: milliseconds }),
        },
        {
          key: 'run',
          header: say.run,
          hiddenHeader: true,
          align: 'end',
          onCard: 'foot',
          cell: ({ name }) => <Run name={name} again={again} />,
        },
      ]}
    />
  );
}

function Run({ name, again }: { name: string; again: () => void }) {
  const { t } = useWords('health');
  const run = useChange(runJobMutation, {
    success: () => t.health.ran({ job: jobName(t.health, name) }),
    onDone: again,
  });
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={t.health.runFor({ job: jobName(t.health, name) })}
      aria-disabled={run.isPending}
      onClick={() => run.isPending || run.mutate({ name })}
    >
      {t.health.run}
    </Button>
  );
}
