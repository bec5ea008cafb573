import { Alert, Button, Progress, Text } from '@mantine/core';
import { listText } from '@upstander/web-kit';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { DataTable } from '../parts/lists/data-table';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { runServiceImportMutation, serviceImportQuery, type ServiceImportData } from './exchange-queries';

/** Polling interval of a running import, in milliseconds. */
const pollIntervalMs = 1500;

export function ServiceImport() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(serviceImportQuery, { id });
  const status = data?.serviceImport.status;
  const isRunning = status === 'IMPORTING' || status === 'CHECKING';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => void refetch(), pollIntervalMs);
    return () => clearInterval(timer);
  }, [isRunning, refetch]);
  if (!data) return <Pending error={error} retry={refetch} noun={t.shared.theFiles} lines={6} />;
  return <ImportedFile file={data.serviceImport} />;
}

function ImportedFile({ file }: { file: ServiceImportData }) {
  const { labels, locale } = useWords('services');
  const run = useChange(runServiceImportMutation);
  const toWrite = file.rowsNew + file.rowsChanged;
  const problems: Readonly<Record<string, string>> = labels.fileProblems;
  return (
    <div>
      <PageHeader
        title={file.fileName}
        lead={labels.sums({
          fresh: file.rowsNew,
          changed: file.rowsChanged,
          same: file.rowsUnchanged,
          refused: file.rowsRefused,
        })}
        back={{ to: '/services/files', label: labels.filesTitle }}
        badge={<StatusBadge kind="importStatus" status={file.status} />}
      >
        {file.status === 'CHECKED' && toWrite > 0 && (
          <Button aria-disabled={run.isPending} onClick={() => run.isPending || run.mutate({ input: { id: file.id } })}>
            {labels.writeThem({ n: toWrite })}
          </Button>
        )}
        {file.status === 'DONE' && (
          <Button component={Link} to="/services?view=due" variant="default">
            {labels.toQueue}
          </Button>
        )}
      </PageHeader>
      {file.problem !== null && (
        <Alert color="clay" role="alert">
          {problems[file.problem] ?? file.problem}
        </Alert>
      )}
      <ImportProgress file={file} toWrite={toWrite} />
      {file.preview.length > 0 && (
        <Section title={labels.previewTitle} hasSpaceAbove>
          <Preview rows={file.preview} />
        </Section>
      )}
      {file.faults.length > 0 && (
        <Section title={labels.faultsTitle} hasSpaceAbove>
          <Faults rows={file.faults} />
        </Section>
      )}
      {file.skippedFiles.length > 0 && (
        <Section title={labels.unreadTitle} hasSpaceAbove>
          <Text>{labels.unreadText({ files: listText(locale, file.skippedFiles) })}</Text>
        </Section>
      )}
    </div>
  );
}

function ImportProgress({ file, toWrite }: { file: ServiceImportData; toWrite: number }) {
  const { labels } = useWords('services');
  if (file.status === 'CHECKED' && toWrite === 0) return <Text role="status">{labels.nothingToWrite}</Text>;
  if (file.status === 'CHECKED' || file.status === 'REFUSED') return null;
  const isChecking = file.status === 'CHECKING';
  const [doneRows, totalRows] = isChecking ? [file.rowsRead, file.rowsTotal] : [file.rowsWritten, toWrite];
  return (
    <>
      <Progress
        value={totalRows === 0 ? 0 : (100 * doneRows) / totalRows}
        size="lg"
        aria-label={isChecking ? labels.comparing : labels.writing}
      />
      <Text role="status" mt="xs">
        {isChecking
          ? labels.comparedText({ done: doneRows, all: totalRows })
          : labels.writtenText({ done: doneRows, all: totalRows })}
      </Text>
    </>
  );
}

function Preview({ rows }: { rows: ServiceImportData['preview'] }) {
  const { common, services: labels } = useWords('services').t;
  const fields: Readonly<Record<string, string>> = labels.fields;
  return (
    <DataTable
      label={labels.previewTitle}
      rows={rows}
      idOf={({ row }) => String(row)}
      columns={[
        { key: 'row', header: common.row },
        { key: 'name', header: labels.service, mobile: 'title', render: ({ name }) => name },
        {
          key: 'isNew',
          header: common.status,
          render: ({ isNew }) => (
            <Badge tone={isNew ? 'good' : 'warn'}>{isNew ? labels.isNew : labels.isChanged}</Badge>
          ),
        },
        {
          key: 'changed',
          header: labels.changedFields,
          render: ({ changed }) => changed.map((name) => fields[name] ?? name).join(', '),
        },
      ]}
    />
  );
}

function Faults({ rows }: { rows: ServiceImportData['faults'] }) {
  const { common, services: labels } = useWords('services').t;
  const fields: Readonly<Record<string, string>> = labels.fields;
  const problems: Readonly<Record<string, string>> = labels.problems;
  return (
    <DataTable
      label={labels.faultsTitle}
      rows={rows}
      idOf={({ row, field }) => `${row}/${field}`}
      columns={[
        { key: 'row', header: common.row },
        { key: 'field', header: labels.field, mobile: 'title', render: ({ field }) => fields[field] ?? field },
        { key: 'problem', header: common.problem, render: ({ problem }) => problems[problem] ?? problem },
        { key: 'kept', header: labels.outcome, render: ({ kept }) => (kept ? labels.imported : labels.notImported) },
      ]}
    />
  );
}
