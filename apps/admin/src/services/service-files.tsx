import { Alert, Anchor, FileInput, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { explain } from '../api/explain';
import { sendFile } from '../api/send-file';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { FileIcon } from '../parts/ui/icons';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { serviceImportsQuery } from './exchange-queries';

/** The directory as a file for others, and files of others: looked at first, and written when somebody says so. */
export function ServiceFiles() {
  const { t } = useWords('services');
  const say = t.services;
  const state = useSearchState();
  return (
    <div data-wide>
      <PageHeader title={say.filesTitle} lead={say.filesLead} back={{ to: '/services', label: say.title }} />
      <Section title={say.exportTitle} lead={say.exportLead} apart>
        <Group>
          <Anchor underline="always" href="/exports/services.json" download>
            {say.exportJson}
          </Anchor>
          <Anchor underline="always" href="/exports/services.zip" download>
            {say.exportZip}
          </Anchor>
        </Group>
      </Section>
      <Section title={say.importTitle} lead={say.importLead} apart>
        <Upload />
      </Section>
      <Section title={say.importsTitle} apart>
        <List
          name="service-imports"
          document={serviceImportsQuery}
          state={state}
          variables={{}}
          of="serviceImports"
          label={say.importsTitle}
          what={say.importsWhat}
          none={{ title: say.noImports, icon: <FileIcon size={26} /> }}
          columns={[
            { key: 'fileName', header: say.file, to: ({ id }) => `/services/files/${id}` },
            {
              key: 'status',
              header: say.state,
              onCard: 'corner',
              cell: ({ status }) => <StatusBadge kind="importStatus" status={status} />,
            },
            {
              key: 'rows',
              header: say.services,
              cell: ({ status, rowsNew, rowsChanged, rowsUnchanged, rowsRefused }) =>
                status === 'REFUSED'
                  ? null
                  : say.sums({ fresh: rowsNew, changed: rowsChanged, same: rowsUnchanged, refused: rowsRefused }),
            },
            { key: 'importedByName', header: say.broughtBy },
            { key: 'createdAt', header: say.broughtAt },
          ]}
        />
      </Section>
    </div>
  );
}

function Upload() {
  const { t, words, locale } = useWords('money', 'services');
  const say = t.services;
  const needs = words.enums.serviceNeed;
  const navigate = useNavigate();
  const [need, setNeed] = useState<string>('SAFETY');
  const send = useMutation({
    mutationFn: (file: File) => {
      const query = new URLSearchParams({ fileName: file.name, need: need.toLowerCase() });
      return sendFile<{ id: string }>(`/imports/services?${query}`, file, 'application/octet-stream');
    },
    onSuccess: ({ id }) => void navigate(`/services/files/${id}`),
  });
  return (
    <Stack maw={560}>
      <Select
        label={say.otherwise}
        description={say.otherwiseHint}
        allowDeselect={false}
        value={need}
        onChange={(chosen) => setNeed(chosen ?? need)}
        data={Object.entries(needs).map(([value, label]) => ({ value, label }))}
      />
      <FileInput
        label={say.importFile}
        description={say.importFileHint}
        placeholder={t.money.file.choose}
        accept=".json,.zip,application/json,application/zip"
        value={send.variables ?? null}
        onChange={(file) => file && !send.isPending && send.mutate(file)}
      />
      {send.isPending && <Text role="status">{say.uploading}</Text>}
      {send.error && (
        <Alert color="clay" role="alert">
          {explain(words, locale, send.error)}
        </Alert>
      )}
    </Stack>
  );
}
