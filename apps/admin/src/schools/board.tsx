import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { Choice } from '../parts/lists/choice';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { Empty } from '../parts/ui/empty';
import { BookIcon, PlusIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { IfMayChange } from '../parts/ui/page-access';
import { PageHeader } from '../parts/ui/page-header';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { AskForm } from './ask-form';
import { BoardCard } from './board-card';
import classes from './board.module.css';
import { advanceMutation, boardQuery, type AskStatus, type BoardAsk } from './queries';
import { SchoolTabs } from './school-tabs';

const columns: readonly AskStatus[] = [
  ...(['DISTRICT', 'CONTACT', 'ASKED', 'MEETING', 'COMMITTED', 'TAUGHT', 'PROTOCOL', 'CLOSED'] as const),
];

function nearestStatus({ status, nextStatuses }: BoardAsk, direction: 1 | -1): AskStatus | undefined {
  const columnIndex = columns.indexOf(status);
  const candidates = direction === 1 ? columns.slice(columnIndex + 1) : columns.slice(0, columnIndex).reverse();
  return candidates.find((status) => nextStatuses.includes(status));
}

export function SchoolBoard() {
  const { t, labels } = useWords('schools');
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const [isClosing, setOpenDialog] = useState(false);
  const chapterId = state.text('chapter');
  const { data, error, refetch } = useRead(boardQuery, { filter: chapterId ? { chapterId } : {} });
  const schoolAsks = data?.schoolAsks.edges.map(({ node }) => node) ?? [];
  return (
    <div data-wide>
      <PageHeader title={labels.title} lead={labels.lead}>
        <Button leftSection={<PlusIcon />} onClick={() => setOpenDialog(true)}>
          {labels.new}
        </Button>
      </PageHeader>
      <SchoolTabs />
      {mine.length > 1 && (
        <div className={classes.filters}>
          <Choice
            label={t.shared.chapter}
            emptyOption={labels.allChapters}
            value={state.get('chapter')}
            onChange={(chapter) => state.set({ chapter })}
            options={mine.map(({ id, name }) => [id, name] as const)}
          />
        </div>
      )}
      {!data && <Pending error={error} retry={refetch} noun={labels.what} lines={8} />}
      {data && schoolAsks.length === 0 && (
        <Empty title={labels.noneTitle} text={labels.noneText} icon={<BookIcon size={26} />} />
      )}
      {schoolAsks.length > 0 && <Columns schoolAsks={schoolAsks} />}
      {data?.schoolAsks.pageInfo.hasNextPage && <Text>{labels.more({ count: schoolAsks.length })}</Text>}
      <Dialog opened={isClosing} onClose={() => setOpenDialog(false)} title={labels.new}>
        <AskForm onDone={() => setOpenDialog(false)} />
      </Dialog>
    </div>
  );
}

function Columns({ schoolAsks }: { schoolAsks: readonly BoardAsk[] }) {
  const { labels, words } = useWords('schools');
  const names = words.enums.schoolAskStatus;
  const board = useRef<HTMLDivElement>(null);
  const [announcement, setAnnouncement] = useState('');
  // A moved card is remounted in another column, so its focus must be restored.
  const [followedId, setFollowedId] = useState<string | null>(null);
  const [draggedAsk, setDraggedAsk] = useState<BoardAsk | null>(null);
  const advance = useChange(advanceMutation, {
    onDone: ({ advanceSchoolAsk: { id, status } }) => {
      const school = schoolAsks.find((ask) => ask.id === id)?.school ?? '';
      setAnnouncement(labels.moved({ school, step: names[status] }));
      setFollowedId(id);
    },
  });
  useEffect(() => {
    if (followedId === null || advance.isPending) return;
    board.current?.querySelector<HTMLElement>(`[data-ask="${followedId}"] a`)?.focus();
    setFollowedId(null);
  }, [schoolAsks, followedId, advance.isPending]);
  const move = ({ id, status }: BoardAsk, to: AskStatus | undefined) => {
    if (!to) return setAnnouncement(labels.cannotMove);
    if (!advance.isPending) advance.mutate({ input: { id, from: status, to } });
  };
  return (
    <>
      <IfMayChange>
        <p className={classes.lead}>{labels.boardLead}</p>
      </IfMayChange>
      <div className={classes.said} role="status">
        {advance.isPending ? labels.moving : announcement}
      </div>
      <div className={classes.board} ref={board} role="group" aria-label={labels.boardLabel}>
        {columns.map((status) => {
          const columnAsks = schoolAsks.filter((ask) => ask.status === status);
          const acceptsDrop = draggedAsk?.nextStatuses.includes(status) ?? false;
          return (
            <section
              key={status}
              className={classes.column}
              data-takes={acceptsDrop || undefined}
              aria-label={labels.column({ step: names[status], count: columnAsks.length })}
              onDragOver={(event) => acceptsDrop && event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (draggedAsk) move(draggedAsk, status);
              }}
            >
              <h2 className={classes.step}>
                {names[status]} <span className={classes.count}>{columnAsks.length}</span>
              </h2>
              {columnAsks.length === 0 && <p className={classes.none}>{labels.columnNone}</p>}
              <ul className={classes.cards}>
                {columnAsks.map((ask) => (
                  <BoardCard
                    key={ask.id}
                    ask={ask}
                    pending={advance.isPending && advance.variables.input.id === ask.id}
                    onMove={(to) => move(ask, to)}
                    onStep={(direction) => move(ask, nearestStatus(ask, direction))}
                    onDrag={setDraggedAsk}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
