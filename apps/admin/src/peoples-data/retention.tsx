import { graphql, type ResultOf } from '@upstander/api-client';
import { Stack } from '@mantine/core';
import { Fragment } from 'react';
import { useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import { DataTable } from '../parts/lists/data-table';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { DataTabs } from './data-tabs';

const retentionQuery = graphql(`
  query Retention {
    retentionRules {
      about
      reason
      days
      setting
      job
      doneAt
    }
  }
`);

type RetentionRule = ResultOf<typeof retentionQuery>['retentionRules'][number];

export function Retention() {
  const { t } = useWords('peoplesData');
  const labels = t.peoplesData.kept;
  const { data, error, refetch } = useRead(retentionQuery, {});
  const rules = data?.retentionRules ?? [];
  return (
    <div data-wide>
      <PageHeader title={t.peoplesData.title} lead={labels.lead} />
      <DataTabs />
      {!data && <Pending error={error} retry={refetch} noun={labels.what} lines={8} />}
      {data && (
        <Stack gap="xl" mt="md">
          <Section title={labels.byAge} lead={labels.byAgeLead}>
            <Rules
              label={labels.byAge}
              rules={rules.filter(({ reason }) => reason === 'SETTING' || reason === 'PROGRAM')}
            />
          </Section>
          <Section title={labels.byLaw} lead={labels.byLawLead}>
            <Rules label={labels.byLaw} rules={rules.filter(({ reason }) => reason === 'LAW')} />
          </Section>
          <Section title={labels.byUse} lead={labels.byUseLead}>
            <Rules label={labels.byUse} rules={rules.filter(({ reason }) => reason === 'USE')} />
          </Section>
        </Stack>
      )}
    </div>
  );
}

function Rules({ label, rules }: { label: string; rules: readonly RetentionRule[] }) {
  const { t } = useWords('peoplesData');
  const labels = t.peoplesData.kept;
  const retentionText = useRetentionText();
  const byAge = rules.some(({ job }) => job !== null);
  return (
    <DataTable
      label={label}
      rows={rules}
      idOf={({ about }) => about}
      columns={[
        {
          key: 'about',
          header: labels.about,
          mobile: 'title',
          render: (rule) => <strong>{retentionText(rule).name}</strong>,
        },
        { key: 'text', header: labels.text, mobile: 'plain', render: (rule) => retentionText(rule).text },
        ...(byAge
          ? [
              {
                key: 'why',
                header: labels.why,
                render: ({ setting, job }: RetentionRule) => (setting ? labels.setting : job && labels.program),
                secondary: ({ setting }: RetentionRule) => setting && <SettingName name={setting} />,
              },
              {
                key: 'doneAt',
                header: t.shared.lastRun,
                render: ({ job, doneAt }: RetentionRule) => job && (doneAt ? <ListTime at={doneAt} /> : labels.never),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Allows a line break after each underscore, because the name is wider than a phone. */
function SettingName({ name }: { name: string }) {
  return name.split(/(?<=_)/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));
}

interface RetentionText {
  name: string;
  text: string | ((facts: { time: string }) => string);
}

/** Unknown rules of a newer API show their name. */
function useRetentionText(): (rule: RetentionRule) => { name: string; text: string } {
  const labels = useWords('peoplesData').t.peoplesData.kept;
  const kinds: Record<string, RetentionText> = labels.kinds;
  const timeOf = (days: number) =>
    days > 0 && days % 365 === 0 ? labels.years({ count: days / 365 }) : labels.days({ count: days });
  return ({ about, days }) => {
    const time = days === null ? '' : timeOf(days);
    const kind = Object.hasOwn(kinds, about) ? kinds[about] : undefined;
    if (!kind) return { name: about, text: time };
    return { name: kind.name, text: typeof kind.text === 'string' ? kind.text : kind.text({ time }) };
  };
}
