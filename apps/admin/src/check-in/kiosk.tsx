import { Button, Text, TextInput, Title } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { newKey } from '../api/new-key';
import { Failure } from '../parts/ui/failure';
import { CameraIcon, CheckIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { NotThere } from '../parts/ui/not-there';
import { useWords } from '../words/words';
import { whoseCode, type Door } from './door';
import { namesakes } from './kiosk-names';
import classes from './kiosk.module.css';
import type { Attendee } from './queries';
import { Scanner } from './scanner/scanner';
import { useDoor, type DoorState } from './use-door';

/** How long a greeting or a half-typed name stays before the screen is ready for the next person, in milliseconds. */
const greetingFor = 6_000;
const idleFor = 30_000;

/**
 * The check-in screen on a tablet that everybody passes: it shows no list. Somebody types their whole name or holds their code to
 * the camera; then it is ready for the next by itself. There is no way out on it: whoever set it up leaves by the browser.
 */
export function Kiosk() {
  const { t } = useWords('checkIn');
  const { id = '' } = useParams();
  const state = useDoor(id);
  const { door, error } = state;
  return (
    <main id="content" className={classes.page}>
      {door ? (
        <Welcome door={door} state={state} />
      ) : isRefusal(error, 'NOT_FOUND') ? (
        <NotThere />
      ) : error ? (
        <Failure error={error} />
      ) : (
        <Loading what={t.checkIn.what} />
      )}
    </main>
  );
}

/** What the screen says to the person before it. */
type Said = { kind: 'came' | 'already' | 'team'; name: string } | { kind: 'not-on-list' | 'foreign' | 'unknown' };

function Welcome({ door, state }: { door: Door; state: DoorState }) {
  const { t } = useWords('checkIn');
  const say = t.checkIn.kiosk;
  const [typed, type] = useState('');
  const [several, choose] = useState<readonly Attendee[]>([]);
  const [said, tell] = useState<Said | null>(null);
  const [scanning, scan] = useState(false);
  const { event, people } = door;
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));

  useEffect(() => {
    if (said === null && typed === '' && several.length === 0) return;
    const timer = setTimeout(
      () => {
        tell(null);
        type('');
        choose([]);
      },
      said === null ? idleFor : greetingFor,
    );
    return () => clearTimeout(timer);
  }, [said, typed, several]);

  const take = ({ id, name, status, unsignedWaiverIds }: Attendee) => {
    const first = name.split(/\s+/)[0] ?? name;
    const there = status === 'CHECKED_IN' || status === 'COMPLETED';
    // Nobody signs for themselves that they are 18 with nobody there who sees it.
    const signsFirst = !there && unsignedWaiverIds.length > 0;
    if (!there && !signsFirst)
      state.tap({ type: 'mark', id: newKey(), signupId: id, kind: 'CHECK_IN', at: new Date().toISOString() });
    type('');
    choose([]);
    tell({ kind: there ? 'already' : signsFirst ? 'team' : 'came', name: first });
  };
  const read = (text: string) => {
    const whose = whoseCode(people, text);
    if (typeof whose === 'string') tell({ kind: whose });
    else take(whose);
  };
  const look = () => {
    const found = namesakes(people, typed);
    if (found.length > 1) choose(found);
    else if (found[0]) take(found[0]);
    else tell({ kind: 'unknown' });
  };

  return (
    <>
      <Text c="dimmed">{event.title}</Text>
      <Title order={1}>{say.title}</Title>
      <div role="status" className={classes.said} data-kind={said?.kind}>
        {said?.kind === 'came' && (
          <>
            <CheckIcon size={28} /> {say.came({ name: said.name })}
          </>
        )}
        {said?.kind === 'already' && say.already({ name: said.name })}
        {said?.kind === 'team' && say.team({ name: said.name })}
        {said?.kind === 'unknown' && say.unknown}
        {said?.kind === 'not-on-list' && say.notOnList}
        {said?.kind === 'foreign' && say.foreign}
      </div>
      {several.length > 0 ? (
        <div className={classes.choice}>
          <Text>{say.which}</Text>
          {several.map((person) => (
            <Button key={person.id} size="lg" variant="default" onClick={() => take(person)}>
              {roles.get(person.shiftId) ?? person.name}
            </Button>
          ))}
          <Button size="lg" variant="subtle" onClick={() => choose([])}>
            {say.back}
          </Button>
        </div>
      ) : (
        <form
          className={classes.form}
          autoComplete="off"
          onSubmit={(submitted) => {
            submitted.preventDefault();
            look();
          }}
        >
          <TextInput
            size="lg"
            label={say.name}
            description={say.nameHint}
            value={typed}
            maxLength={120}
            autoComplete="off"
            onChange={(changed) => {
              tell(null);
              type(changed.currentTarget.value);
            }}
          />
          <Button size="lg" type="submit" disabled={typed.trim() === ''}>
            {say.submit}
          </Button>
        </form>
      )}
      <Button
        size="lg"
        variant="default"
        leftSection={<CameraIcon />}
        aria-expanded={scanning}
        onClick={() => scan(!scanning)}
      >
        {scanning ? t.checkIn.scan.close : say.scan}
      </Button>
      {scanning && <Scanner onCode={read} />}
      {!state.online && <Text c="dimmed">{say.offline}</Text>}
    </>
  );
}
