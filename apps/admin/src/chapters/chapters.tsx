import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { zoneName } from '@upstander/web-kit';
import { DataTable, type Column } from '../parts/data-table';
import { Empty } from '../parts/empty';
import { Failure } from '../parts/failure';
import { ChapterIcon, PlusIcon } from '../parts/icons';
import { Loading } from '../parts/loading';
import { PageHeader } from '../parts/page-header';
import { useChapters, type Chapter } from '../session/chapters';
import { useWords } from '../words/words';
import { AddChapterForm } from './add-chapter-form';

/** The chapters of the organisation; only for administrators. */
export function Chapters() {
  const { t, locale } = useWords();
  const { all, pending, error } = useChapters();
  const [adding, { open, close }] = useDisclosure(false);
  const columns: ReadonlyArray<Column<Chapter>> = [
    { key: 'name', header: t.chapters.name, onCard: 'title', cell: ({ name }) => <strong>{name}</strong> },
    { key: 'city', header: t.chapters.city, cell: ({ city }) => city },
    { key: 'zone', header: t.chapters.timeZone, cell: ({ timeZone }) => zoneName(locale, timeZone) },
  ];

  return (
    <div>
      <PageHeader title={t.chapters.title} lead={t.chapters.lead}>
        <Button leftSection={<PlusIcon />} onClick={open}>
          {t.chapters.add}
        </Button>
      </PageHeader>
      {error != null && <Failure error={error} />}
      {pending && <Loading what={t.chapters.what} />}
      {!pending && error == null && all.length === 0 && (
        <Empty title={t.chapters.noneTitle} text={t.chapters.noneText} icon={<ChapterIcon size={26} />} />
      )}
      {all.length > 0 && <DataTable label={t.chapters.list} rows={all} columns={columns} idOf={({ id }) => id} />}
      <Modal opened={adding} onClose={close} title={t.chapters.add} closeButtonProps={{ 'aria-label': t.common.close }}>
        <AddChapterForm onDone={close} />
      </Modal>
    </div>
  );
}
