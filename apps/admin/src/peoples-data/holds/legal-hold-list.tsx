import { Button } from '@mantine/core';
import { useState } from 'react';
import { ListTime } from '../../parts/lists/column';
import { ListPage } from '../../parts/lists/list-page';
import { useSearchState } from '../../parts/lists/list-state';
import { ConfirmChange } from '../../parts/ui/confirm';
import { Dialog } from '../../parts/ui/dialog';
import { LockIcon, PlusIcon } from '../../parts/ui/icons';
import { calendarDay } from '../../parts/ui/dates';
import { RowButton } from '../../parts/ui/row-button';
import { useWords } from '../../words/words';
import { DataTabs } from '../data-tabs';
import { LegalHoldForm } from './legal-hold-form';
import { endHoldMutation, legalHoldsQuery, type LegalHold } from './queries';

const views = ['on', 'over'] as const;

export function LegalHoldList() {
  const { t, locale } = useWords('peoplesData');
  const labels = t.peoplesData.hold;
  const state = useSearchState();
  const [isPlacing, setIsPlacing] = useState(false);
  const [holdToEnd, setHoldToEnd] = useState<LegalHold | null>(null);
  const view = state.oneOf('view', views) ?? 'on';
  const isActiveView = view === 'on';
  const nameOf = ({ email, subjectId }: LegalHold) =>
    email ?? (subjectId ? labels.number({ short: subjectId.slice(0, 8).toUpperCase() }) : labels.nobody);
  return (
    <ListPage
      name="legal-holds"
      labels={{ ...labels, title: t.peoplesData.title }}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setIsPlacing(true)}>
          {labels.place}
        </Button>
      }
      header={<DataTabs />}
      document={legalHoldsQuery}
      variables={{ active: isActiveView }}
      first={30}
      path="legalHolds"
      views={{ views, labels: labels.views, value: view }}
      emptyState={
        isActiveView
          ? { title: labels.noneTitle, text: labels.noneText, icon: <LockIcon size={26} /> }
          : { title: labels.noneOverTitle, text: labels.noneOverText, icon: <LockIcon size={26} /> }
      }
      columns={[
        {
          key: 'email',
          header: labels.of,
          mobile: 'title',
          render: (row) => <strong>{nameOf(row)}</strong>,
        },
        { key: 'reason', header: labels.reason, mobile: 'plain' },
        {
          key: 'placedByName',
          header: labels.placed,
          secondary: ({ placedAt }) => <ListTime at={placedAt} />,
        },
        {
          key: 'endsOn',
          header: t.common.until,
          secondary: ({ isActive: holds, canEnd, endedAt, endedByName }) => [
            holds && !canEnd && labels.own,
            endedAt && endedByName && (
              <ListTime at={endedAt} wrap={(day) => labels.endedBy({ name: endedByName, day })} />
            ),
          ],
        },
      ]}
      rowActions={(row) =>
        row.canEnd && (
          <RowButton
            label={labels.end}
            ariaLabel={labels.endFor({ who: nameOf(row) })}
            onClick={() => setHoldToEnd(row)}
          />
        )
      }
    >
      <Dialog opened={isPlacing} onClose={() => setIsPlacing(false)} title={labels.place}>
        <LegalHoldForm onDone={() => setIsPlacing(false)} />
      </Dialog>
      {holdToEnd && (
        <ConfirmChange
          onClose={() => setHoldToEnd(null)}
          title={labels.endTitle}
          text={labels.endText({ by: holdToEnd.placedByName, day: calendarDay(locale, holdToEnd.endsOn) })}
          submitLabel={labels.endSubmit}
          pendingLabel={t.common.ending}
          mutation={endHoldMutation}
          variables={() => ({ id: holdToEnd.id })}
          successMessage={labels.ended}
        />
      )}
    </ListPage>
  );
}
