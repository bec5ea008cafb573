import { Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { DataTable } from '../parts/lists/data-table';
import { SearchIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { emailWordingsQuery, type EmailSummary } from './queries';

export function EmailList() {
  const { t, labels } = useWords('emailWording');
  const { data, error, refetch } = useRead(emailWordingsQuery, {});
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState('all');
  if (!data) return <Pending error={error} retry={refetch} noun={labels.title} lines={8} />;
  const emails = data.emailWordings
    .filter(({ changedIn }) => shown === 'all' || changedIn.length > 0)
    .filter(({ name, sentWhen }) => fold(`${name} ${sentWhen}`).includes(fold(search.trim())));
  const areas = Object.entries(labels.areas).map(([area, title]) => ({
    title,
    emails: emails.filter((email) => email.area === area),
  }));
  const others = emails.filter(({ area }) => !Object.hasOwn(labels.areas, area));
  const sections = [...areas, { title: labels.otherArea, emails: others }].filter((section) => section.emails.length);
  return (
    <div>
      <PageHeader title={labels.title} lead={labels.lead} />
      <Group mb="lg">
        <TextInput
          type="search"
          aria-label={labels.search}
          placeholder={labels.search}
          leftSection={<SearchIcon />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={labels.show}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'all', label: t.common.all },
            { value: 'changed', label: labels.changedOnly },
          ]}
        />
      </Group>
      {sections.length === 0 && <Text c="dimmed">{search ? labels.noMatch : labels.noneChanged}</Text>}
      {sections.map((section) => (
        <Section key={section.title} title={section.title} hasSpaceAbove>
          <DataTable
            label={section.title}
            rows={section.emails}
            idOf={({ slug }) => slug}
            columns={[
              {
                key: 'name',
                header: labels.name,
                render: ({ name }) => <strong>{name}</strong>,
                linkTo: ({ slug }) => `/settings/emails/${slug}/en`,
              },
              {
                key: 'sentWhen',
                header: labels.sentWhen,
                mobile: 'plain',
                wraps: true,
                render: (email) => email.sentWhen,
              },
              { key: 'state', header: labels.state, mobile: 'corner', render: (email) => <State email={email} /> },
            ]}
          />
        </Section>
      ))}
    </div>
  );
}

/** Ignores case and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function State({ email: { fixed, changedIn, outdatedIn } }: { email: EmailSummary }) {
  const { labels, words } = useWords('emailWording');
  if (fixed)
    return (
      <Text c="dimmed" fz="sm">
        {labels.fixedState}
      </Text>
    );
  if (outdatedIn.length > 0) return <Badge tone="warn">{labels.outdated}</Badge>;
  if (changedIn.length === 0)
    return (
      <Text c="dimmed" fz="sm">
        {labels.original}
      </Text>
    );
  const languages = changedIn.map((locale) => words.enums.locale[locale]).join(', ');
  return <Badge tone="calm">{labels.changedIn({ languages })}</Badge>;
}
