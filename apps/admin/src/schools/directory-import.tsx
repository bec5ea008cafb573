import { Alert, Button, FileInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorAlert } from '../parts/ui/error-alert';
import { sendFile } from '../api/send-file';
import { DataTable } from '../parts/lists/data-table';
import { Section } from '../parts/ui/section';
import { type AreaWords, useWords } from '../words/words';

interface Fault {
  row: number;
  column: string | null;
  problem: string;
}
interface DirectoryRow {
  leaName: string;
  school: string | null;
  ncesSchool: string | null;
  leaId: string;
  city: string;
}
/** Response of POST /imports/schools. */
interface ImportResult {
  isImported: boolean;
  problem: string | null;
  missing: string[];
  districts: number;
  schools: number;
  added: number;
  refused: number;
  faults: Fault[];
  preview: DirectoryRow[];
}

/** An NCES file is validated first, with errors by row, then imported after confirmation. */
export function DirectoryImport() {
  const { t, labels } = useWords('schools', 'money');
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: ({ write }: { write: boolean }) =>
      sendFile<ImportResult>(`/imports/schools${write ? '?write=1' : ''}`, file ?? new Blob(), 'text/csv'),
  });
  const preview = send.data;
  const hasRows = preview ? preview.preview.length > 0 : false;
  return (
    <Section title={labels.importTitle} lead={labels.importLead} hasSpaceAbove>
      <Stack maw={720}>
        <FileInput
          label={t.shared.csvFile}
          placeholder={t.money.file.choose}
          accept=".csv,text/csv"
          value={file}
          onChange={(file) => {
            setFile(file);
            send.reset();
          }}
        />
        <div>
          <Button
            variant="default"
            disabled={!file}
            loading={send.isPending}
            onClick={() => send.mutate({ write: false })}
          >
            {labels.check}
          </Button>
        </div>
        <ErrorAlert error={send.error} />
        {preview?.problem && (
          <Alert color="clay" role="alert">
            {fileProblem(labels, preview)}
          </Alert>
        )}
        {preview && !preview.problem && (
          <Text role="status">
            {preview.isImported ? labels.imported({ added: preview.added }) : labels.importSums(preview)}
          </Text>
        )}
        {preview && !preview.isImported && hasRows && (
          <div>
            <Button loading={send.isPending} onClick={() => send.mutate({ write: true })}>
              {labels.importIt({ count: preview.schools || preview.districts })}
            </Button>
          </div>
        )}
      </Stack>
      {preview && preview.faults.length > 0 && (
        <Section title={t.shared.skippedRows} hasSpaceAbove>
          <DataTable
            label={t.shared.skippedRows}
            rows={preview.faults}
            idOf={({ row }) => String(row)}
            columns={[
              { key: 'row', header: t.common.row },
              { key: 'column', header: t.shared.column },
              { key: 'problem', header: t.common.problem, render: ({ problem }) => labelOf(labels.problems, problem) },
            ]}
          />
        </Section>
      )}
      {preview && !preview.isImported && hasRows && (
        <Section title={labels.preview} hasSpaceAbove>
          <DataTable
            label={labels.preview}
            rows={preview.preview}
            idOf={({ ncesSchool, leaId }) => ncesSchool ?? leaId}
            columns={[
              { key: 'school', header: labels.school, render: ({ school, leaName }) => school ?? leaName },
              { key: 'leaName', header: labels.district },
              { key: 'city', header: labels.city },
            ]}
          />
        </Section>
      )}
    </Section>
  );
}

function labelOf(texts: Readonly<Record<string, string>>, code: string): string {
  return texts[code] ?? texts['other'] ?? code;
}

function fileProblem(labels: AreaWords<'schools'>['t']['schools'], { problem, missing }: ImportResult): string {
  const texts = labels.fileProblems;
  if (problem === 'columns-missing') return texts['columns-missing']({ columns: missing.join(', ') });
  const { 'columns-missing': _, ...otherTexts } = texts;
  return labelOf(otherTexts, problem ?? 'other');
}
