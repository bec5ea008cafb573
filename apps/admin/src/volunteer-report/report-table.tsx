import { Button } from '@mantine/core';
import { hoursText } from '@upstander/web-kit';
import { csvText, download } from '../parts/lists/csv';
import { DataTable } from '../parts/lists/data-table';
import { DownloadIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';

export interface ReportColumn<Row> {
  key: keyof Row & string;
  header: string;
  /** True for minutes, which are shown as hours. */
  isDuration?: boolean;
  format?: (row: Row) => string;
}

interface ReportTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: ReadonlyArray<ReportColumn<Row>>;
}

/** The first column names the row; the others are numbers. */
export function ReportTable<Row>({ label, rows, columns }: ReportTableProps<Row>) {
  const { locale } = useWords();
  const [firstColumn] = columns;
  const text = (row: Row, { key, isDuration, format }: ReportColumn<Row>) =>
    format?.(row) ?? (isDuration ? hoursText(locale, Number(row[key])) : String(row[key]));
  return (
    <DataTable
      label={label}
      rows={rows}
      idOf={(row) => (firstColumn ? String(row[firstColumn.key]) : '')}
      columns={columns.map((column) => ({
        key: column.key,
        header: column.header,
        render: (row: Row) => text(row, column),
        ...(column === firstColumn ? { mobile: 'title' as const } : { align: 'end' as const }),
      }))}
    />
  );
}

/** Minutes are numbers, so that spreadsheets can add them. */
export function ReportFile<Row>({ name, label, rows, columns }: ReportTableProps<Row> & { name: string }) {
  const { labels } = useWords('volunteerReport');
  const write = () =>
    download(
      `${name}.csv`,
      csvText([
        columns.map(({ header, isDuration }) => (isDuration ? labels.minutes : header)),
        ...rows.map((row) => columns.map(({ key }) => String(row[key]))),
      ]),
    );
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<DownloadIcon />}
      aria-label={`${labels.file}: ${label}`}
      onClick={write}
    >
      {labels.file}
    </Button>
  );
}
