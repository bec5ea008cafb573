import { Alert, Anchor, Button, Progress, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { DataTable, type Column } from '../parts/lists/data-table';
import { NotFound } from '../parts/ui/not-found';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { importQuery, runImportMutation, type ImportDetails } from './queries';

/** Polling interval of a running import, in milliseconds. */
const pollIntervalMs = 1500;

export function ImportShow() {
  const { t } = useWords('offlineGifts');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(importQuery, { id });
  const isRunning = data?.giftImport?.status === 'IMPORTING' || data?.giftImport?.status === 'CHECKING';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void refetch(), pollIntervalMs);
    return () => clearInterval(timer);
  }, [isRunning, refetch]);
  if (!data) return <Pending error={error} retry={refetch} noun={t.offlineGifts.oneWhat} lines={6} />;
  if (!data.giftImport) return <NotFound />;
  return <Import file={data.giftImport} />;
}

function Import({ file }: { file: ImportDetails }) {
  const { t } = useWords('offlineGifts');
  const run = useChange(runImportMutation);
  const isDone = file.status === 'DONE';
  return (
    <div>
      <PageHeader
        title={file.fileName}
        lead={t.offlineGifts.rowsText({ good: file.rowsValid, known: file.rowsExisting, refused: file.rowsRefused })}
        back={{ to: '/gifts/imports', label: t.offlineGifts.importsBack }}
        badge={<StatusBadge kind="importStatus" status={file.status} />}
      >
        {file.status === 'CHECKED' && file.rowsValid > 0 && (
          <Button aria-disabled={run.isPending} onClick={() => run.isPending || run.mutate({ input: { id: file.id } })}>
            {run.isPending ? t.shared.starting : t.offlineGifts.run({ count: file.rowsValid })}
          </Button>
        )}
        {isDone && file.rowsImported > 0 && (
          <Button component={Link} to={`/gifts?import=${file.id}`} variant="default">
            {t.offlineGifts.gifts({ count: file.rowsImported })}
          </Button>
        )}
      </PageHeader>
      {file.status === 'REFUSED' ? <Refused file={file} /> : <ImportProgress file={file} />}
      {file.status !== 'CHECKING' && file.status !== 'REFUSED' && (
        <Section title={t.offlineGifts.refusalsTitle} hasSpaceAbove>
          <Refusals file={file} />
        </Section>
      )}
      {file.preview.length > 0 && (
        <Section title={t.offlineGifts.previewTitle} hasSpaceAbove>
          <Preview rows={file.preview} />
        </Section>
      )}
    </div>
  );
}

function Refused({ file }: { file: ImportDetails }) {
  const { t } = useWords('offlineGifts');
  const problems: Record<string, string> = t.offlineGifts.fileProblems;
  const reason =
    file.problem === 'columns-missing'
      ? t.offlineGifts.columnsMissing({ columns: file.missingColumns.join(', ') })
      : problems[file.problem ?? ''];
  return (
    <>
      <Alert color="clay" role="alert" title={t.offlineGifts.fileRefused}>
        {reason}
      </Alert>
      <Button component={Link} to="/gifts/imports" variant="default" mt="md">
        {t.offlineGifts.anotherFile}
      </Button>
    </>
  );
}

function ImportProgress({ file }: { file: ImportDetails }) {
  const { t } = useWords('offlineGifts');
  if (file.status === 'CHECKED') return null;
  const isChecking = file.status === 'CHECKING';
  const [doneRows, totalRows] = isChecking ? [file.rowsRead, file.rowsTotal] : [file.rowsImported, file.rowsValid];
  return (
    <>
      <Progress
        value={totalRows === 0 ? 0 : (100 * doneRows) / totalRows}
        size="lg"
        aria-label={isChecking ? t.offlineGifts.checkProgress : t.offlineGifts.progress}
      />
      <Text role="status" mt="xs">
        {isChecking
          ? t.offlineGifts.checkedText({ read: doneRows, all: totalRows })
          : t.offlineGifts.importedText({ done: doneRows, all: totalRows })}
      </Text>
    </>
  );
}

function Refusals({ file: { id, refusals } }: { file: ImportDetails }) {
  const { t } = useWords('offlineGifts');
  const problems: Record<string, string> = t.offlineGifts.problems;
  if (refusals.length === 0) return <Text c="dimmed">{t.offlineGifts.noRefusals}</Text>;
  const columns: ReadonlyArray<Column<ImportDetails['refusals'][number]>> = [
    { key: 'row', header: t.common.row, mobile: 'title', render: ({ row }) => row },
    { key: 'column', header: t.shared.column, render: ({ column }) => column },
    { key: 'problem', header: t.common.problem, render: ({ problem }) => problems[problem] ?? problem },
  ];
  return (
    <>
      <DataTable
        label={t.shared.skippedRows}
        rows={refusals}
        columns={columns}
        idOf={({ row, column, problem }) => `${row}/${column ?? ''}/${problem}`}
      />
      <Text mt="md">
        <Anchor underline="always" href={`/imports/gifts/${id}/refused.csv`} download>
          {t.offlineGifts.refusedRowsFile}
        </Anchor>
      </Text>
      <Text c="dimmed">{t.offlineGifts.refusedRowsHint}</Text>
    </>
  );
}

function Preview({ rows }: { rows: ImportDetails['preview'] }) {
  const { t } = useWords('offlineGifts');
  const columns: ReadonlyArray<Column<ImportDetails['preview'][number]>> = [
    { key: 'row', header: t.common.row, render: ({ row }) => row },
    { key: 'name', header: t.offlineGifts.name, mobile: 'title', render: ({ name }) => name },
    { key: 'campaign', header: t.common.fundraiser, render: ({ campaign }) => campaign },
    { key: 'method', header: t.offlineGifts.method, render: ({ method }) => method },
    { key: 'day', header: t.offlineGifts.receivedOn, render: ({ receivedOn }) => receivedOn },
    { key: 'reference', header: t.offlineGifts.reference, render: ({ externalRef }) => externalRef },
    { key: 'amount', header: t.offlineGifts.amount, align: 'end', mobile: 'corner', render: ({ amount }) => amount },
  ];
  return <DataTable label={t.offlineGifts.preview} rows={rows} columns={columns} idOf={({ row }) => `${row}`} />;
}
