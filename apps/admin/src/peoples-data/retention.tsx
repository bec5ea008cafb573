import { Stack } from '@mantine/core';
import { Fragment } from 'react';
import { useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import { DataTable } from '../parts/lists/data-table';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { DataTabs } from './data-tabs';
import { retentionQuery, type RetentionRule } from './queries';

/** How long what is known of people is kept here: what goes by its age, what the law keeps, and the rest. Nothing is changed here. */
export function Retention() {
  const { t } = useWords('peoplesData');
  const say = t.peoplesData.kept;
  const { data, error, refetch } = useRead(retentionQuery, {});
  const rules = data?.retentionRules ?? [];
  return (
    <div data-wide>
      <PageHeader title={t.peoplesData.title} lead={say.lead} />
      <DataTabs />
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what={say.what} lines={8} />}
      {data && (
        <Stack gap="xl" mt="md">
          <Section title={say.byAge} lead={say.byAgeLead}>
            <Rules
              label={say.byAge}
              rules={rules.filter(({ reason }) => reason === 'SETTING' || reason === 'PROGRAM')}
            />
          </Section>
          <Section title={say.byLaw} lead={say.byLawLead}>
            <Rules label={say.byLaw} rules={rules.filter(({ reason }) => reason === 'LAW')} />
          </Section>
          <Section title={say.byUse} lead={say.byUseLead}>
            <Rules label={say.byUse} rules={rules.filter(({ reason }) => reason === 'USE')} />
          </Section>
        </Stack>
      )}
    </div>
  );
}

function Rules({ label, rules }: { label: string; rules: readonly RetentionRule[] }) {
  const { t } = useWords('peoplesData');
  const say = t.peoplesData.kept;
  const kept = useKeptWords();
  const byAge = rules.some(({ job }) => job !== null);
  return (
    <DataTable
      label={label}
      rows={rules}
      idOf={({ about }) => about}
      columns={[
        {
          key: 'about',
          header: say.about,
          width: '24%',
          onCard: 'title',
          cell: (rule) => <strong>{kept(rule).name}</strong>,
        },
        { key: 'text', header: say.text, onCard: 'plain', cell: (rule) => kept(rule).text },
        ...(byAge
          ? [
              {
                key: 'why',
                header: say.why,
                width: '28%',
                cell: ({ setting, job }: RetentionRule) => (setting ? say.setting : job && say.program),
                under: ({ setting }: RetentionRule) => setting && <SettingName name={setting} />,
              },
              {
                key: 'doneAt',
                header: say.lastRun,
                width: '16%',
                cell: ({ job, doneAt }: RetentionRule) => job && (doneAt ? <ListTime at={doneAt} /> : say.never),
              },
            ]
          : []),
      ]}
    />
  );
}

/** May break after each of its words: on a phone it is wider than its place. */
function SettingName({ name }: { name: string }) {
  return name.split(/(?<=_)/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));
}

interface Kept {
  name: string;
  text: string | ((facts: { time: string }) => string);
}

/** What is kept, and for how long, in words; of a newer release than this page only what it is called there. */
function useKeptWords(): (rule: RetentionRule) => { name: string; text: string } {
  const say = useWords('peoplesData').t.peoplesData.kept;
  const kinds: Record<string, Kept> = say.kinds;
  const timeOf = (days: number) =>
    days > 0 && days % 365 === 0 ? say.years({ count: days / 365 }) : say.days({ count: days });
  return ({ about, days }) => {
    const time = days === null ? '' : timeOf(days);
    const kind = Object.hasOwn(kinds, about) ? kinds[about] : undefined;
    if (!kind) return { name: about, text: time };
    return { name: kind.name, text: typeof kind.text === 'string' ? kind.text : kind.text({ time }) };
  };
}
