import { Alert, Button, FileInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../api/explain';
import { sendFile } from '../api/send-file';
import { DataTable } from '../parts/lists/data-table';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';

interface Fault {
  row: number;
  column: string | null;
  problem: string;
}
interface Good {
  leaName: string;
  school: string | null;
  ncesSchool: string | null;
  leaId: string;
  city: string;
}
/** Response of POST /imports/schools. */
interface ImportResult {
  imported: boolean;
  problem: string | null;
  missing: string[];
  districts: number;
  schools: number;
  added: number;
  refused: number;
  faults: Fault[];
  preview: Good[];
}

/** Imports an NCES file: validated first, with errors by row, then imported after confirmation. */
export function DirectoryImport() {
  const { t, words, locale } = useWords('money', 'schools');
  const labels = t.schools;
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: ({ write }: { write: boolean }) =>
      sendFile<ImportResult>(`/imports/schools${write ? '?write=1' : ''}`, file ?? new Blob(), 'text/csv'),
  });
  const looked = send.data;
  const good = looked ? looked.preview.length > 0 : false;
  return (
    <Section title={labels.importTitle} lead={labels.importLead} hasSpaceAbove>
      <Stack maw={720}>
        <FileInput
          label={labels.importFile}
          placeholder={t.money.file.choose}
          accept=".csv,text/csv"
          value={file}
          onChange={(chosen) => {
            setFile(chosen);
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
        {send.error && (
          <Alert color="clay" role="alert">
            {explain(words, locale, send.error)}
          </Alert>
        )}
        {looked?.problem && (
          <Alert color="clay" role="alert">
            {fileProblem(labels, looked)}
          </Alert>
        )}
        {looked && !looked.problem && (
          <Text role="status">
            {looked.imported ? labels.imported({ added: looked.added }) : labels.importSums(looked)}
          </Text>
        )}
        {looked && !looked.imported && good && (
          <div>
            <Button loading={send.isPending} onClick={() => send.mutate({ write: true })}>
              {labels.importIt({ count: looked.schools || looked.districts })}
            </Button>
          </div>
        )}
      </Stack>
      {looked && looked.faults.length > 0 && (
        <Section title={labels.faults} hasSpaceAbove>
          <DataTable
            label={labels.faults}
            rows={looked.faults}
            idOf={({ row }) => String(row)}
            columns={[
              { key: 'row', header: labels.row },
              { key: 'column', header: labels.columnName },
              { key: 'problem', header: labels.problem, render: ({ problem }) => labelOf(labels.problems, problem) },
            ]}
          />
        </Section>
      )}
      {looked && !looked.imported && good && (
        <Section title={labels.preview} hasSpaceAbove>
          <DataTable
            label={labels.preview}
            rows={looked.preview}
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

function fileProblem(
  labels: ReturnType<typeof useWords<'schools'>>['t']['schools'],
  { problem, missing }: ImportResult,
): string {
  const texts = labels.fileProblems;
  if (problem === 'columns-missing') return texts['columns-missing']({ columns: missing.join(', ') });
  const { 'columns-missing': _, ...plain } = texts;
  return labelOf(plain, problem ?? 'other');
}
