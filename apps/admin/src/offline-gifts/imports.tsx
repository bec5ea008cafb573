import { Anchor, FileInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ErrorAlert } from '../parts/ui/error-alert';
import { graphql } from '@upstander/api-client';
import { sendFile } from '../api/send-file';
import { GiftTabs } from '../gifts/gift-tabs';
import { List } from '../parts/lists/list';
import { FileIcon } from '../parts/ui/icons';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import classes from './offline-gifts.module.css';
import { giftImportRow } from './queries';

const importsQuery = graphql(
  `
    query GiftImports {
      giftImports {
        ...GiftImportRow
        importedByName
        createdAt
      }
    }
  `,
  [giftImportRow],
);

/** A file is validated first and imported after confirmation. */
export function Imports() {
  const { t, labels } = useWords('offlineGifts');
  return (
    <div data-wide>
      <PageHeader title={labels.importTitle} lead={labels.importLead} />
      <GiftTabs />
      <Upload />
      <Section title={t.shared.importedFiles} hasSpaceAbove>
        <List
          name="imports"
          document={importsQuery}
          variables={{}}
          path="giftImports"
          labels={{ list: labels.importsList, what: t.shared.theFiles }}
          emptyState={{ title: t.shared.noFilesYet, icon: <FileIcon size={26} /> }}
          columns={[
            { key: 'fileName', header: t.shared.file, linkTo: ({ id }) => `/gifts/imports/${id}` },
            { key: 'status', header: t.common.status, badge: 'importStatus' },
            {
              key: 'rows',
              header: labels.rows,
              render: ({ status, rowsValid, rowsExisting, rowsRefused }) =>
                status === 'REFUSED'
                  ? null
                  : labels.rowsText({ good: rowsValid, known: rowsExisting, refused: rowsRefused }),
            },
            {
              key: 'imported',
              header: labels.imported,
              render: ({ status, rowsImported, rowsValid }) =>
                status === 'REFUSED' ? null : labels.importedText({ done: rowsImported, all: rowsValid }),
            },
            { key: 'importedByName', header: labels.by },
            { key: 'createdAt', header: t.common.when },
          ]}
        />
      </Section>
    </div>
  );
}

function Upload() {
  const { t } = useWords('money', 'offlineGifts');
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: (file: File) =>
      sendFile<{ id: string }>(`/imports/gifts?fileName=${encodeURIComponent(file.name)}`, file, 'text/csv'),
    onSuccess: ({ id }) => void navigate(`/gifts/imports/${id}`),
  });
  return (
    <Stack className={classes.form}>
      <Text c="dimmed">
        {t.offlineGifts.importColumns}{' '}
        <Anchor underline="always" href="/imports/gifts-template.csv" download>
          {t.offlineGifts.template}
        </Anchor>
      </Text>
      <FileInput
        size="md"
        label={t.shared.csvFile}
        description={t.offlineGifts.importFileHint}
        placeholder={t.money.file.choose}
        accept=".csv,text/csv"
        value={send.variables ?? null}
        onChange={(file) => file && !send.isPending && send.mutate(file)}
      />
      {send.isPending && <Text role="status">{t.shared.uploadingTheFile}</Text>}
      <ErrorAlert error={send.error} />
    </Stack>
  );
}
