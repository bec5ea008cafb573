import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useParams } from 'react-router';
import { request } from '../api/ask';
import { useChange, useRead } from '../api/use-api';
import { day, timesText } from '../parts/ui/dates';
import { Dialog } from '../parts/ui/dialog';
import { Empty } from '../parts/ui/empty';
import { MinusIcon, PeopleIcon, PlusIcon, PrintIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { NotFound } from '../parts/ui/not-found';
import { PageHeader } from '../parts/ui/page-header';
import { useWords } from '../words/words';
import { AddRegistration } from './add-registration';
import {
  checkInRegistrationMutation,
  doorListQuery,
  registrationEventQuery,
  type DoorPage,
  type DoorRow,
} from './queries';
import classes from './registrations.module.css';

/** Several phones check people in at the same time. */
const refreshInterval = 15_000;

async function loadAll(eventId: string, signal: AbortSignal): Promise<DoorRow[]> {
  const rows: DoorRow[] = [];
  let after: string | null = null;
  do {
    const { registrations }: DoorPage = await request(doorListQuery, { eventId, after }, signal);
    rows.push(...registrations.edges.map(({ node }) => node));
    after = registrations.pageInfo.hasNextPage ? registrations.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

export function DoorList() {
  const { t, labels, locale } = useWords('registrations');
  const { id = '' } = useParams();
  const [text, setText] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const { data, error, refetch } = useRead(registrationEventQuery, { eventId: id });
  const list = useQuery({
    queryKey: ['DoorList', id],
    queryFn: ({ signal }) => loadAll(id, signal),
    refetchInterval: refreshInterval,
  });
  const event = data?.manageEvent;
  if ((data && !event) || isRefusal(error, 'NOT_FOUND')) return <NotFound />;
  const failed = error ?? list.error;
  if (!event || !list.data) return <Pending error={failed} retry={refetch} noun={labels.door.what} />;
  const rows = list.data;
  const wanted = fold(text);
  const shown = rows.filter(({ name }) => fold(name).includes(wanted));
  const sum = (valueOf: (row: DoorRow) => number) => rows.reduce((total, row) => total + valueOf(row), 0);
  // On paper, the list is complete.
  const printAll = () => {
    flushSync(() => setText(''));
    window.print();
  };
  const counts = { arrived: sum(({ arrived }) => arrived), registered: sum(({ party }) => party) };
  return (
    <div className={classes.door}>
      <PageHeader
        title={`${labels.door.title}: ${event.title}`}
        lead={labels.door.lead}
        back={{ to: `/events/${id}`, label: t.common.backToEvent }}
      >
        <Button leftSection={<PlusIcon />} onClick={() => setIsAdding(true)}>
          {labels.add}
        </Button>
        <Button variant="default" leftSection={<PrintIcon />} onClick={printAll}>
          {t.common.print}
        </Button>
      </PageHeader>
      <div className={classes.paper}>
        <h2>{`${labels.door.title}: ${event.title}`}</h2>
        <p>
          {day(locale, event.startsAt, event.timeZone)}, {timesText(locale, event, event.timeZone)} ·{' '}
          {labels.door.registered({ n: counts.registered })}
        </p>
      </div>
      <p role="status" className={classes.screen}>
        <b>{labels.door.count(counts)}</b>
      </p>
      <TextInput
        className={classes.screen}
        type="search"
        aria-label={labels.door.search}
        placeholder={labels.door.search}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {shown.length === 0 ? (
        <Empty title={rows.length === 0 ? labels.door.none : labels.door.noMatch} icon={<PeopleIcon size={26} />} />
      ) : (
        <ul className={classes.list} aria-label={labels.door.title}>
          {shown.map((row) => (
            <Party key={row.id} row={row} />
          ))}
        </ul>
      )}
      <p className={classes.shred}>{labels.door.shred}</p>
      <Dialog opened={isAdding} onClose={() => setIsAdding(false)} title={labels.addTitle}>
        <AddRegistration
          eventId={id}
          questions={data.manageRegistrations.form?.questions ?? []}
          onDone={() => setIsAdding(false)}
        />
      </Dialog>
    </div>
  );
}

function Party({ row: { id, name, party, arrived, addressConfirmed } }: { row: DoorRow }) {
  const { t } = useWords('registrations');
  const labels = t.registrations.door;
  const change = useChange(checkInRegistrationMutation);
  // Shows the number at once; the list follows when it has been reloaded.
  const here = change.isPending ? change.variables.arrived : arrived;
  const set = (count: number) => change.mutate({ id, arrived: count });
  return (
    <li className={`${classes.party} ${here > 0 ? classes.here : ''}`}>
      <span className={classes.who}>
        <span className={classes.name}>{name}</span>
        <span className={classes.note}>
          {labels.people({ n: party })}
          {!addressConfirmed && ` · ${t.shared.notConfirmed}`}
        </span>
      </span>
      <span className={classes.boxes} aria-hidden="true">
        {Array.from({ length: party }, (_, index) => (
          <span key={index} className={classes.box} />
        ))}
      </span>
      <span className={`${classes.stepper} ${classes.screen}`}>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={labels.less({ name })}
          aria-disabled={here === 0}
          onClick={() => here > 0 && set(here - 1)}
        >
          <MinusIcon />
        </ActionIcon>
        <span className={classes.count}>{labels.of({ arrived: here, party })}</span>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={labels.more({ name })}
          aria-disabled={here === party}
          onClick={() => here < party && set(here + 1)}
        >
          <PlusIcon />
        </ActionIcon>
        <Button h={44} variant={here === party ? 'default' : 'filled'} onClick={() => set(here === party ? 0 : party)}>
          {here === party ? t.shared.undo : labels.all}
        </Button>
      </span>
    </li>
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
