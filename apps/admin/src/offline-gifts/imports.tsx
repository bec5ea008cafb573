import { Alert, Anchor, FileInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { explain } from '../api/explain';
import { sendFile } from '../api/send-file';
import { useRead } from '../api/use-api';
import { DonationTabs } from '../donations/donation-tabs';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { fullMoment } from '../parts/ui/when';
import { useWords } from '../words/words';
import classes from './offline-gifts.module.css';
import { importsQuery, type ImportRow } from './queries';

/** Gifts of another program: a file is checked first, and imported when somebody says so. */
export function Imports() {
  const { t } = useWords();
  const { data, error, refetch } = useRead(importsQuery, {});
  const columns = useImportColumns();
  const rows = data?.giftImports ?? [];
  return (
    <div>
      <PageHeader title={t.offlineGifts.importTitle} lead={t.offlineGifts.importLead} />
      <DonationTabs />
      <Upload />
      <Section title={t.offlineGifts.importsTitle} apart>
        {error && !data && <Failure error={error} retry={() => void refetch()} />}
        {!data && !error && <Loading what={t.offlineGifts.importsWhat} lines={3} />}
        {data && rows.length === 0 && <Text c="dimmed">{t.offlineGifts.noImports}</Text>}
        {rows.length > 0 && (
          <DataTable label={t.offlineGifts.importsList} rows={rows} columns={columns} idOf={({ id }) => id} />
        )}
      </Section>
    </div>
  );
}

function Upload() {
  const { t, words, locale } = useWords();
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: (file: File) =>
      sendFile<{ id: string }>(`/imports/gifts?fileName=${encodeURIComponent(file.name)}`, file, 'text/csv'),
    onSuccess: ({ id }) => void navigate(`/donations/imports/${id}`),
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
        label={t.offlineGifts.importFile}
        description={t.offlineGifts.importFileHint}
        placeholder={t.money.file.choose}
        accept=".csv,text/csv"
        value={send.variables ?? null}
        onChange={(file) => file && !send.isPending && send.mutate(file)}
      />
      {send.isPending && <Text role="status">{t.offlineGifts.uploading}</Text>}
      {send.error && (
        <Alert color="clay" role="alert">
          {explain(words, locale, send.error)}
        </Alert>
      )}
    </Stack>
  );
}

function useImportColumns(): ReadonlyArray<Column<ImportRow>> {
  const { t, locale } = useWords();
  return [
    {
      key: 'file',
      header: t.offlineGifts.file,
      onCard: 'title',
      cell: ({ id, fileName }) => (
        <Link to={`/donations/imports/${id}`} data-cover>
          {fileName}
        </Link>
      ),
    },
    {
      key: 'status',
      header: t.offlineGifts.status,
      cell: ({ status }) => <StatusBadge kind="importStatus" status={status} />,
    },
    {
      key: 'rows',
      header: t.offlineGifts.rows,
      cell: ({ status, rowsGood, rowsKnown, rowsRefused }) =>
        status === 'REFUSED' ? '' : t.offlineGifts.rowsText({ good: rowsGood, known: rowsKnown, refused: rowsRefused }),
    },
    {
      key: 'imported',
      header: t.offlineGifts.imported,
      cell: ({ status, rowsImported, rowsGood }) =>
        status === 'REFUSED' ? '' : t.offlineGifts.importedText({ done: rowsImported, all: rowsGood }),
    },
    { key: 'by', header: t.offlineGifts.by, cell: ({ importedByName }) => importedByName },
    { key: 'when', header: t.offlineGifts.when, cell: ({ createdAt }) => fullMoment(locale, createdAt) },
  ];
}
