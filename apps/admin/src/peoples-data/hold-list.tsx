import { Button } from '@mantine/core';
import { useState } from 'react';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { LockIcon, PlusIcon } from '../parts/ui/icons';
import { calendarDay } from '../parts/ui/when';
import { useWords } from '../words/words';
import { DataTabs } from './data-tabs';
import { HoldForm } from './hold-form';
import { endHoldMutation, legalHoldsQuery, type LegalHold } from './queries';

const views = ['on', 'over'] as const;

/** What may not be erased, by law: why, by whom, and until when. */
export function HoldList() {
  const { t, locale } = useWords('peoplesData');
  const say = t.peoplesData.hold;
  const state = useSearchState();
  const [placing, setPlacing] = useState(false);
  const [ending, end] = useState<LegalHold | null>(null);
  const view = state.one('view', views) ?? 'on';
  const isOn = view === 'on';
  const nameOf = ({ email, subjectId }: LegalHold) =>
    email ?? (subjectId ? say.number({ short: subjectId.slice(0, 8).toUpperCase() }) : say.nobody);
  return (
    <ListPage
      name="legal-holds"
      title={t.peoplesData.title}
      lead={say.lead}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={() => setPlacing(true)}>
          {say.place}
        </Button>
      }
      above={<DataTabs />}
      document={legalHoldsQuery}
      state={state}
      variables={{ on: isOn }}
      first={30}
      of="legalHolds"
      label={say.list}
      what={say.what}
      views={{ views, names: say.views, value: view }}
      none={
        isOn
          ? { title: say.noneTitle, text: say.noneText, icon: <LockIcon size={26} /> }
          : { title: say.noneOverTitle, text: say.noneOverText, icon: <LockIcon size={26} /> }
      }
      columns={[
        { key: 'email', header: say.of, width: '30%', onCard: 'title', cell: (row) => <strong>{nameOf(row)}</strong> },
        { key: 'reason', header: say.reason, width: '26%', onCard: 'plain' },
        {
          key: 'placedByName',
          header: say.placed,
          under: ({ placedAt }) => <ListTime at={placedAt} />,
        },
        {
          key: 'endsOn',
          header: say.until,
          under: ({ isOn: holds, canEnd, endedAt, endedByName }) => [
            holds && !canEnd && say.own,
            endedAt && endedByName && <ListTime at={endedAt} say={(day) => say.endedBy({ name: endedByName, day })} />,
          ],
        },
      ]}
      rowActions={(row) =>
        row.canEnd && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={say.endFor({ who: nameOf(row) })}
            onClick={() => end(row)}
          >
            {say.end}
          </Button>
        )
      }
    >
      <Dialog opened={placing} onClose={() => setPlacing(false)} title={say.place}>
        <HoldForm onDone={() => setPlacing(false)} />
      </Dialog>
      {ending && (
        <ConfirmChange
          opened
          onClose={() => end(null)}
          title={say.endTitle}
          text={say.endText({ by: ending.placedByName, day: calendarDay(locale, ending.endsOn) })}
          submit={say.endSubmit}
          working={say.ending}
          mutation={endHoldMutation}
          variables={() => ({ id: ending.id })}
          done={say.ended}
        />
      )}
    </ListPage>
  );
}
