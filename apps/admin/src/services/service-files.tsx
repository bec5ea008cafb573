import { Anchor, FileInput, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorAlert } from '../parts/ui/error-alert';
import { sendFile } from '../api/send-file';
import { List } from '../parts/lists/list';
import { FileIcon } from '../parts/ui/icons';
import { IfMayChange } from '../parts/ui/page-access';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { serviceImportsQuery } from './exchange-queries';

/** Imported files are validated first and imported after confirmation. */
export function ServiceFiles() {
  const { t, labels } = useWords('services');
  return (
    <div data-wide>
      <PageHeader title={labels.filesTitle} lead={labels.filesLead} back={{ to: '/services', label: labels.title }} />
      <Section title={labels.exportTitle} lead={labels.exportLead} hasSpaceAbove>
        <Group>
          <Anchor underline="always" href="/exports/services.json" download>
            {labels.exportJson}
          </Anchor>
          <Anchor underline="always" href="/exports/services.zip" download>
            {labels.exportZip}
          </Anchor>
        </Group>
      </Section>
      <IfMayChange>
        <Section title={labels.importTitle} lead={labels.importLead} hasSpaceAbove>
          <Upload />
        </Section>
      </IfMayChange>
      <Section title={t.shared.importedFiles} hasSpaceAbove>
        <List
          name="service-imports"
          document={serviceImportsQuery}
          variables={{}}
          path="serviceImports"
          labels={{ list: t.shared.importedFiles, what: t.shared.theFiles }}
          emptyState={{ title: t.shared.noFilesYet, icon: <FileIcon size={26} /> }}
          columns={[
            { key: 'fileName', header: t.shared.file, linkTo: ({ id }) => `/services/files/${id}` },
            { key: 'status', header: t.common.status, badge: 'importStatus', mobile: 'corner' },
            {
              key: 'rows',
              header: labels.services,
              render: ({ status, rowsNew, rowsChanged, rowsUnchanged, rowsRefused }) =>
                status === 'REFUSED'
                  ? null
                  : labels.sums({ fresh: rowsNew, changed: rowsChanged, same: rowsUnchanged, refused: rowsRefused }),
            },
            { key: 'importedByName', header: labels.broughtBy },
            { key: 'createdAt', header: labels.broughtAt },
          ]}
        />
      </Section>
    </div>
  );
}

function Upload() {
  const { t, labels, words } = useWords('services', 'money');
  const needs = words.enums.serviceNeed;
  const navigate = useNavigate();
  const [serviceNeed, setServiceNeed] = useState<string>('SAFETY');
  const send = useMutation({
    mutationFn: (file: File) => {
      const query = new URLSearchParams({ fileName: file.name, need: serviceNeed.toLowerCase() });
      return sendFile<{ id: string }>(`/imports/services?${query}`, file, 'application/octet-stream');
    },
    onSuccess: ({ id }) => void navigate(`/services/files/${id}`),
  });
  return (
    <Stack maw={560}>
      <Select
        label={labels.otherwise}
        description={labels.otherwiseHint}
        allowDeselect={false}
        value={serviceNeed}
        onChange={(value) => setServiceNeed(value ?? serviceNeed)}
        data={Object.entries(needs).map(([value, label]) => ({ value, label }))}
      />
      <FileInput
        label={labels.importFile}
        description={labels.importFileHint}
        placeholder={t.money.file.choose}
        accept=".json,.zip,application/json,application/zip"
        value={send.variables ?? null}
        onChange={(file) => file && !send.isPending && send.mutate(file)}
      />
      {send.isPending && <Text role="status">{t.shared.uploadingTheFile}</Text>}
      <ErrorAlert error={send.error} />
    </Stack>
  );
}
