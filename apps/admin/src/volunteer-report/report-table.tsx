import { Button } from '@mantine/core';
import { hoursText } from '@upstander/web-kit';
import { csvText, download } from '../parts/lists/csv';
import { DataTable } from '../parts/lists/data-table';
import { DownloadIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';

/** A column of a report: what stands in the file, and on the screen where that reads better. */
export interface ReportColumn<Row> {
  key: keyof Row & string;
  header: string;
  /** Minutes, which the screen shows as hours. */
  isTime?: boolean;
  shown?: (row: Row) => string;
}

interface ReportTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: ReadonlyArray<ReportColumn<Row>>;
}

/** The rows of a report; the first column names them, the others are numbers. */
export function ReportTable<Row>({ label, rows, columns }: ReportTableProps<Row>) {
  const { locale } = useWords();
  const [first] = columns;
  const text = (row: Row, { key, isTime, shown }: ReportColumn<Row>) =>
    shown?.(row) ?? (isTime ? hoursText(locale, Number(row[key])) : String(row[key]));
  return (
    <DataTable
      label={label}
      rows={rows}
      idOf={(row) => (first ? String(row[first.key]) : '')}
      columns={columns.map((column) => ({
        key: column.key,
        header: column.header,
        cell: (row: Row) => text(row, column),
        ...(column === first ? { onCard: 'title' as const } : { align: 'end' as const }),
      }))}
    />
  );
}

/** The same rows as a file: minutes as numbers, so that a spreadsheet can add them. */
export function ReportFile<Row>({ name, label, rows, columns }: ReportTableProps<Row> & { name: string }) {
  const { t } = useWords('volunteerReport');
  const say = t.volunteerReport;
  const write = () =>
    download(
      `${name}.csv`,
      csvText([
        columns.map(({ header, isTime }) => (isTime ? say.minutes : header)),
        ...rows.map((row) => columns.map(({ key }) => String(row[key]))),
      ]),
    );
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<DownloadIcon />}
      aria-label={`${say.file}: ${label}`}
      onClick={write}
    >
      {say.file}
    </Button>
  );
}
