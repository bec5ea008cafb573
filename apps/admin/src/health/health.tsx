import { Alert, Button, Stack } from '@mantine/core';
import { useRead } from '../api/use-api';
import { AlertIcon, CheckIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { CheckList } from './check-list';
import { JobList } from './job-list';
import { systemHealthQuery, type Check, type Health as HealthData } from './queries';

export function Health() {
  const { labels } = useWords('health');
  const { data, error, isFetching, refetch } = useRead(systemHealthQuery, {});
  const refetchHealth = () => void refetch();
  return (
    <div data-wide>
      <PageHeader title={labels.title} lead={labels.lead}>
        <Button variant="default" onClick={refetchHealth} aria-disabled={isFetching}>
          {labels.again}
        </Button>
      </PageHeader>
      {!data && <Pending error={error} retry={refetchHealth} noun={labels.what} lines={5} />}
      {data && <Report health={data.systemHealth} onRefetch={refetchHealth} />}
    </div>
  );
}

function Report({ health, onRefetch: again }: { health: HealthData; onRefetch: () => void }) {
  const { labels, locale } = useWords('health');
  const { checks, jobs, at, version } = health;
  return (
    <Stack gap="xl">
      <Summary checks={checks} summary={labels.lookedAt({ when: formatDateTime(locale, at), version })} />
      <Section title={labels.checks}>
        <CheckList checks={checks} />
      </Section>
      {jobs.length > 0 && (
        <Section title={labels.jobs} lead={labels.jobsLead}>
          <JobList jobs={jobs} onRefetch={again} />
        </Section>
      )}
    </Stack>
  );
}

function Summary({ checks, summary }: { checks: readonly Check[]; summary: string }) {
  const { labels } = useWords('health');
  const failedCount = checks.filter(({ state }) => state === 'BAD').length;
  const warnings = checks.filter(({ state }) => state === 'WARNING').length;
  const isFine = failedCount === 0 && warnings === 0;
  const title = isFine
    ? labels.allFine
    : failedCount > 0
      ? labels.someBad({ count: failedCount })
      : labels.someWarn({ count: warnings });
  return (
    <Alert
      color={isFine ? 'evergreen' : failedCount > 0 ? 'clay' : 'amber'}
      icon={isFine ? <CheckIcon /> : <AlertIcon />}
      title={title}
      role="status"
    >
      {isFine && `${labels.allFineText} `}
      {summary}
    </Alert>
  );
}
