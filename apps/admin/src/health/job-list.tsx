import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useChange } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import { DataTable } from '../parts/lists/data-table';
import { formatShortDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { jobName } from './job-name';
import { runJobMutation, type JobState } from './queries';
import { timeText } from './time-text';

/** Most severe first. */
const order = ['BAD', 'WARNING', 'UNKNOWN', 'FINE'];

export function JobList({ jobs, onRefetch }: { jobs: readonly JobState[]; onRefetch: () => void }) {
  const { labels } = useWords('health');
  const [isExpanded, { toggle }] = useDisclosure(false);
  const rows = isExpanded ? jobs : jobs.filter(({ state }) => state !== 'FINE');
  return (
    <Stack gap="md" align="stretch">
      {rows.length > 0 && <Jobs jobs={rows} onRefetch={onRefetch} />}
      <div>
        <Button variant="default" aria-expanded={isExpanded} onClick={toggle}>
          {isExpanded ? labels.fewerJobs : labels.allJobs({ count: jobs.length })}
        </Button>
      </div>
    </Stack>
  );
}

function Jobs({ jobs, onRefetch }: { jobs: readonly JobState[]; onRefetch: () => void }) {
  const { t, labels, locale } = useWords('health');
  const rows = [...jobs].sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      jobName(labels, a.name).localeCompare(jobName(labels, b.name), locale),
  );
  return (
    <DataTable
      label={labels.jobList}
      rows={rows}
      idOf={({ name }) => name}
      columns={[
        {
          key: 'name',
          header: labels.job,
          render: ({ name }) => <strong>{jobName(labels, name)}</strong>,
          secondary: ({ intervalSeconds, waiting }) => [
            labels.every({ time: timeText(labels, intervalSeconds) }),
            waiting > 0 && labels.waiting({ count: waiting }),
          ],
        },
        {
          key: 'state',
          header: labels.state,
          wraps: true,
          mobile: 'plain',
          badge: 'healthState',
          secondary: ({ name, failures, fault, faultId, failedAt }) =>
            failures > 0 && [
              labels.failures({ count: failures, fault: fault ?? '?' }),
              failedAt && formatShortDateTime(locale, failedAt),
              faultId && labels.faultId({ job: name, id: faultId }),
            ],
        },
        {
          key: 'doneAt',
          header: t.shared.lastRun,
          render: ({ doneAt }) => (doneAt ? <ListTime at={doneAt} /> : t.common.never),
          secondary: ({ milliseconds }) => milliseconds !== null && labels.took({ ms: milliseconds }),
        },
        {
          key: 'run',
          header: labels.run,
          hiddenHeader: true,
          align: 'end',
          mobile: 'foot',
          render: ({ name }) => <Run name={name} onRefetch={onRefetch} />,
        },
      ]}
    />
  );
}

function Run({ name, onRefetch }: { name: string; onRefetch: () => void }) {
  const { t } = useWords('health');
  const run = useChange(runJobMutation, {
    success: () => t.health.ran({ job: jobName(t.health, name) }),
    onDone: onRefetch,
  });
  return (
    <RowButton
      label={t.health.run}
      ariaLabel={t.health.runFor({ job: jobName(t.health, name) })}
      isPending={run.isPending}
      onClick={() => run.isPending || run.mutate({ name })}
    />
  );
}
