import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { zoneName } from '@upstander/web-kit';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { DataTable, type Column } from '../parts/lists/data-table';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { ChapterIcon, PlusIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { ChapterDialog } from './chapter-dialog';
import { ChapterForm } from './chapter-form';
import { ChapterMenu, type ChapterChange } from './chapter-menu';
import { allChaptersQuery, type ChapterRow } from './queries';

/** The chapters of the organisation; only for administrators. */
export function Chapters() {
  const { t, locale } = useWords();
  const { data, isPending: pending, error } = useRead(allChaptersQuery, {});
  const all = [...(data?.chapters ?? []), ...(data?.closed ?? [])];
  const [asked, setAsked] = useState<{ change: ChapterChange; chapter: ChapterRow } | null>(null);
  const [adding, { open, close }] = useDisclosure(false);
  const columns: ReadonlyArray<Column<ChapterRow>> = [
    {
      key: 'name',
      header: t.chapters.name,
      onCard: 'title',
      cell: ({ name, closedAt }) => (
        <>
          <strong>{name}</strong> {closedAt && <Badge>{t.chapters.closed}</Badge>}
        </>
      ),
    },
    { key: 'city', header: t.chapters.city, cell: ({ city }) => city },
    { key: 'zone', header: t.chapters.timeZone, cell: ({ timeZone }) => zoneName(locale, timeZone) },
    {
      key: 'actions',
      header: t.common.actions,
      hiddenHeader: true,
      align: 'end',
      onCard: 'corner',
      cell: (chapter) => <ChapterMenu chapter={chapter} onChange={(change) => setAsked({ change, chapter })} />,
    },
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
        <ChapterForm onDone={close} />
      </Modal>
      {asked && <ChapterDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
