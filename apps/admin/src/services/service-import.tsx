import { Alert, Button, Progress, Text } from '@mantine/core';
import { listText } from '@upstander/web-kit';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { DataTable } from '../parts/lists/data-table';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { Badge, StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { runServiceImportMutation, serviceImportQuery, type ServiceImportData } from './exchange-queries';

/** How often a file under way is looked at, in milliseconds. */
const glance = 1500;

/** One file of services: what it would write, what is wrong in it, and how far it is. */
export function ServiceImport() {
  const { t } = useWords('services');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(serviceImportQuery, { id });
  const status = data?.serviceImport.status;
  const running = status === 'IMPORTING' || status === 'CHECKING';
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => void refetch(), glance);
    return () => clearInterval(timer);
  }, [running, refetch]);
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what={t.services.importsWhat} lines={6} />;
  return <ImportedFile file={data.serviceImport} />;
}

function ImportedFile({ file }: { file: ServiceImportData }) {
  const { t, locale } = useWords('services');
  const say = t.services;
  const run = useChange(runServiceImportMutation);
  const toWrite = file.rowsNew + file.rowsChanged;
  const problems: Readonly<Record<string, string>> = say.fileProblems;
  return (
    <div>
      <PageHeader
        title={file.fileName}
        lead={say.sums({
          fresh: file.rowsNew,
          changed: file.rowsChanged,
          same: file.rowsUnchanged,
          refused: file.rowsRefused,
        })}
        back={{ to: '/services/files', label: say.filesTitle }}
        badge={<StatusBadge kind="importStatus" status={file.status} />}
      >
        {file.status === 'CHECKED' && toWrite > 0 && (
          <Button aria-disabled={run.isPending} onClick={() => run.isPending || run.mutate({ input: { id: file.id } })}>
            {say.writeThem({ n: toWrite })}
          </Button>
        )}
        {file.status === 'DONE' && (
          <Button component={Link} to="/services?view=due" variant="default">
            {say.toQueue}
          </Button>
        )}
      </PageHeader>
      {file.problem !== null && (
        <Alert color="clay" role="alert">
          {problems[file.problem] ?? file.problem}
        </Alert>
      )}
      <HowFar file={file} toWrite={toWrite} />
      {file.preview.length > 0 && (
        <Section title={say.previewTitle} apart>
          <Preview rows={file.preview} />
        </Section>
      )}
      {file.faults.length > 0 && (
        <Section title={say.faultsTitle} apart>
          <Faults rows={file.faults} />
        </Section>
      )}
      {file.unreadFiles.length > 0 && (
        <Section title={say.unreadTitle} apart>
          <Text>{say.unreadText({ files: listText(locale, file.unreadFiles) })}</Text>
        </Section>
      )}
    </div>
  );
}

function HowFar({ file, toWrite }: { file: ServiceImportData; toWrite: number }) {
  const say = useWords('services').t.services;
  if (file.status === 'CHECKED' && toWrite === 0) return <Text role="status">{say.nothingToWrite}</Text>;
  if (file.status === 'CHECKED' || file.status === 'REFUSED') return null;
  const checking = file.status === 'CHECKING';
  const [done, all] = checking ? [file.rowsRead, file.rowsTotal] : [file.rowsWritten, toWrite];
  return (
    <>
      <Progress
        value={all === 0 ? 0 : (100 * done) / all}
        size="lg"
        aria-label={checking ? say.comparing : say.writing}
      />
      <Text role="status" mt="xs">
        {checking ? say.comparedText({ done, all }) : say.writtenText({ done, all })}
      </Text>
    </>
  );
}

function Preview({ rows }: { rows: ServiceImportData['preview'] }) {
  const say = useWords('services').t.services;
  const fields: Readonly<Record<string, string>> = say.fields;
  return (
    <DataTable
      label={say.previewTitle}
      rows={rows}
      idOf={({ row }) => String(row)}
      columns={[
        { key: 'row', header: say.row },
        { key: 'name', header: say.service, onCard: 'title', cell: ({ name }) => name },
        {
          key: 'isNew',
          header: say.state,
          cell: ({ isNew }) => <Badge tone={isNew ? 'good' : 'warn'}>{isNew ? say.isNew : say.isChanged}</Badge>,
        },
        {
          key: 'changed',
          header: say.changedFields,
          cell: ({ changed }) => changed.map((name) => fields[name] ?? name).join(', '),
        },
      ]}
    />
  );
}

function Faults({ rows }: { rows: ServiceImportData['faults'] }) {
  const say = useWords('services').t.services;
  const fields: Readonly<Record<string, string>> = say.fields;
  const problems: Readonly<Record<string, string>> = say.problems;
  return (
    <DataTable
      label={say.faultsTitle}
      rows={rows}
      idOf={({ row, field }) => `${row}/${field}`}
      columns={[
        { key: 'row', header: say.row },
        { key: 'field', header: say.field, onCard: 'title', cell: ({ field }) => fields[field] ?? field },
        { key: 'problem', header: say.problem, cell: ({ problem }) => problems[problem] ?? problem },
        { key: 'kept', header: say.outcome, cell: ({ kept }) => (kept ? say.imported : say.notImported) },
      ]}
    />
  );
}
