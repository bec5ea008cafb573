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
/** What POST /imports/schools answers. */
interface Looked {
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

/** A file of NCES: checked first, with its faults by row, and written when somebody says so. */
export function DirectoryImport() {
  const { t, words, locale } = useWords('money', 'schools');
  const say = t.schools;
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: ({ write }: { write: boolean }) =>
      sendFile<Looked>(`/imports/schools${write ? '?write=1' : ''}`, file ?? new Blob(), 'text/csv'),
  });
  const looked = send.data;
  const good = looked ? looked.preview.length > 0 : false;
  return (
    <Section title={say.importTitle} lead={say.importLead} apart>
      <Stack maw={720}>
        <FileInput
          label={say.importFile}
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
            {say.check}
          </Button>
        </div>
        {send.error && (
          <Alert color="clay" role="alert">
            {explain(words, locale, send.error)}
          </Alert>
        )}
        {looked?.problem && (
          <Alert color="clay" role="alert">
            {fileProblem(say, looked)}
          </Alert>
        )}
        {looked && !looked.problem && (
          <Text role="status">{looked.imported ? say.imported({ added: looked.added }) : say.importSums(looked)}</Text>
        )}
        {looked && !looked.imported && good && (
          <div>
            <Button loading={send.isPending} onClick={() => send.mutate({ write: true })}>
              {say.importIt({ count: looked.schools || looked.districts })}
            </Button>
          </div>
        )}
      </Stack>
      {looked && looked.faults.length > 0 && (
        <Section title={say.faults} apart>
          <DataTable
            label={say.faults}
            rows={looked.faults}
            idOf={({ row }) => String(row)}
            columns={[
              { key: 'row', header: say.row },
              { key: 'column', header: say.columnName },
              { key: 'problem', header: say.problem, cell: ({ problem }) => named(say.problems, problem) },
            ]}
          />
        </Section>
      )}
      {looked && !looked.imported && good && (
        <Section title={say.preview} apart>
          <DataTable
            label={say.preview}
            rows={looked.preview}
            idOf={({ ncesSchool, leaId }) => ncesSchool ?? leaId}
            columns={[
              { key: 'school', header: say.school, cell: ({ school, leaName }) => school ?? leaName },
              { key: 'leaName', header: say.district },
              { key: 'city', header: say.city },
            ]}
          />
        </Section>
      )}
    </Section>
  );
}

function named(texts: Readonly<Record<string, string>>, code: string): string {
  return texts[code] ?? texts['other'] ?? code;
}

function fileProblem(
  say: ReturnType<typeof useWords<'schools'>>['t']['schools'],
  { problem, missing }: Looked,
): string {
  const texts = say.fileProblems;
  if (problem === 'columns-missing') return texts['columns-missing']({ columns: missing.join(', ') });
  const { 'columns-missing': _, ...plain } = texts;
  return named(plain, problem ?? 'other');
}
