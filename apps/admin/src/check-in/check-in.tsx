import { Alert, Anchor, Button, NativeSelect, Progress, Text, TextInput, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { isRefusal } from '@upstander/api-client';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { randomUuid } from '../api/new-key';
import { Dialog } from '../parts/ui/dialog';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { CameraIcon, CloseIcon, InfoIcon, LockIcon, PeopleIcon, PlusIcon, SearchIcon } from '../parts/ui/icons';
import { Loading } from '../parts/ui/loading';
import { NotFound } from '../parts/ui/not-found';
import { useWords } from '../words/words';
import { AttendeeRow, isBefore } from './attendee-row';
import classes from './check-in.module.css';
import { hasPin } from './check-in-list-store';
import { countsOf, foldForSearch, type CheckInList, type PendingAction, type WalkIn } from './check-in-list';
import type { Attendee, DoorEvent, DoorWaiver, WaiverSignature } from './queries';
import { LockedList, PinDialog } from './pin-form';
import { ScanPanel } from './scan-panel';
import { Problems } from './problems';
import { useCheckInList, type DoorState } from './use-door';
import { WaiverForm, type Signer } from './waiver-form';
import { WalkInForm } from './walk-in-form';

/**
 * Check-in list for phones: search or scan, then tap; works offline. The page is fully reloaded on entering and leaving
 * because browsers allow camera access only to pages served with that permission.
 */
export function CheckIn() {
  const { t } = useWords('checkIn');
  const { id = '' } = useParams();
  const state = useCheckInList(id);
  const { door, error } = state;
  return (
    <main id="content" className={classes.page}>
      <Anchor component={Link} to={`/events/${id}`} className={classes.back} reloadDocument>
        {t.common.backToEvent}
      </Anchor>
      {door ? (
        <List key={door.event.id} door={door} state={state} />
      ) : state.locked && !state.online ? (
        <LockedList eventId={id} hasPin={state.locked.hasPin} onOpen={state.reopen} />
      ) : isRefusal(error, 'NOT_FOUND') ? (
        <NotFound />
      ) : error ? (
        <Failure error={error} />
      ) : (
        <Loading noun={t.checkIn.what} />
      )}
    </main>
  );
}

interface SigningRequest {
  signer: Signer;
  waivers: readonly DoorWaiver[];
  canSkip: boolean;
  onDone: (signatures: WaiverSignature[]) => void;
}

function signerOf({ name, locale, isMinor, isAdult }: Attendee): Signer {
  return { name, locale: locale === 'ES' ? 'es' : 'en', age: isMinor ? 'minor' : isAdult ? 'adult' : 'unknown' };
}

/** Returns the current time, updated every 15 seconds, so that shifts open for check-in on time. */
function useClock(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Returns the default shift for a walk-in: the first that is open for check-in and not over. */
function openShift({ shifts }: DoorEvent, now: Date): string {
  const openShift = shifts.find(
    ({ checkInOpensAt, endsAt }) => !isBefore(now, checkInOpensAt) && isBefore(now, endsAt),
  );
  return (openShift ?? shifts[0])?.id ?? '';
}

function Offline({ eventId, online }: { eventId: string; online: boolean }) {
  const { t } = useWords('checkIn');
  const labels = t.checkIn.pin;
  const [protectedByPin, setProtected] = useState<boolean | null>(null);
  const [choosing, choose] = useDisclosure(false);
  useEffect(() => {
    void hasPin(eventId).then(setProtected, () => undefined);
  }, [eventId]);
  if (protectedByPin === null) return null;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {protectedByPin ? t.checkIn.keeps : labels.offer}
      </Text>
      {online && (
        <Button variant="subtle" size="compact-md" leftSection={<LockIcon />} onClick={choose.open}>
          {protectedByPin ? labels.change : labels.set}
        </Button>
      )}
      <PinDialog
        eventId={eventId}
        opened={choosing}
        onClose={choose.close}
        onSet={() => {
          choose.close();
          setProtected(true);
        }}
      />
    </div>
  );
}

function List({ door, state }: { door: CheckInList; state: DoorState }) {
  const { t, labels, locale } = useWords('checkIn');
  const now = useClock();
  const [searchText, setSearchText] = useState('');
  const [shiftId, choose] = useState('');
  const [isAdding, addToggle] = useDisclosure(false);
  const [isScanning, scanToggle] = useDisclosure(false);
  const { event, people, queue } = door;
  const [signingRequest, setSigningRequest] = useState<SigningRequest | null>(null);
  const unsignedWaivers = ({ unsignedWaiverIds }: Attendee) =>
    door.waivers.filter(({ typeId }) => unsignedWaiverIds.includes(typeId));
  const signFor = (person: Attendee, marks: PendingAction[]) =>
    setSigningRequest({
      signer: signerOf(person),
      waivers: unsignedWaivers(person),
      canSkip: marks.length > 0 && !person.isMinor,
      onDone: (signatures) =>
        state.recordActions(
          ...signatures.map((waiver) => ({ type: 'waiver' as const, id: waiver.id, signupId: person.id, waiver })),
          ...marks,
        ),
    });
  const checkIn = (person: Attendee, earlyReason?: string) => {
    const mark = { type: 'mark', id: randomUuid(), signupId: person.id, kind: 'CHECK_IN' } as const;
    const marks = [{ ...mark, at: new Date().toISOString(), ...(earlyReason && { earlyReason }) }];
    if (unsignedWaivers(person).length > 0) signFor(person, marks);
    else state.recordActions(...marks);
  };
  const addWalkIn = (walkIn: WalkIn) => {
    const requiredWaivers = door.waivers.filter(({ shiftIds }) => shiftIds.includes(walkIn.shiftId));
    const onDone = (waivers: WaiverSignature[]) => state.recordActions({ ...walkIn, waivers });
    setSearchText('');
    addToggle.close();
    if (requiredWaivers.length === 0) return onDone([]);
    const age = walkIn.isAdult ? 'adult' : 'minor';
    setSigningRequest({
      signer: { name: walkIn.name, locale, age },
      waivers: requiredWaivers,
      canSkip: walkIn.isAdult,
      onDone,
    });
  };
  const checkInPerson = (person: Attendee) => {
    addToggle.close();
    setSearchText(person.name);
    if (person.status === 'CONFIRMED' || person.status === 'NO_SHOW') checkIn(person);
  };
  const shiftAttendees = people.filter((person) => !shiftId || person.shiftId === shiftId);
  const matches = shiftAttendees.filter(({ name, groupName }) =>
    foldForSearch(`${name} ${groupName ?? ''}`).includes(foldForSearch(searchText.trim())),
  );
  const { places, presentCount, checkedInCount } = countsOf(shiftAttendees);
  const roles = new Map(event.shifts.map(({ id, role }) => [id, role]));
  const hasSeveralShifts = event.shifts.length > 1;

  return (
    <>
      <header className={classes.head}>
        <Text size="sm" c="dimmed">
          {labels.title}
        </Text>
        <Title order={1} size="h3">
          {event.title}
        </Title>
        <p className={classes.counts} role="status">
          <strong>{labels.came({ came: presentCount, places })}</strong>
          <span>{labels.here({ here: checkedInCount })}</span>
        </p>
        <Progress value={places ? (presentCount / places) * 100 : 0} aria-hidden size="sm" />
        <div className={classes.find}>
          <TextInput
            type="search"
            size="md"
            aria-label={t.shared.searchPeople}
            placeholder={labels.searchHint}
            leftSection={<SearchIcon />}
            value={searchText}
            onChange={(event) => setSearchText(event.currentTarget.value)}
          />
          {hasSeveralShifts && (
            <NativeSelect
              size="md"
              aria-label={t.common.shift}
              value={shiftId}
              onChange={(event) => choose(event.currentTarget.value)}
              data={[
                { value: '', label: labels.allShifts },
                ...event.shifts.map(({ id, role }) => ({ value: id, label: role })),
              ]}
            />
          )}
        </div>
      </header>
      {(!state.online || queue.length > 0) && (
        <Alert color="amber" icon={<InfoIcon />} role="status">
          {!state.online && labels.offline} {queue.length > 0 && labels.waiting({ count: queue.length })}
        </Alert>
      )}
      <Button
        variant="default"
        size="md"
        leftSection={isScanning ? <CloseIcon /> : <CameraIcon />}
        aria-expanded={isScanning}
        onClick={scanToggle.toggle}
      >
        {isScanning ? labels.scan.close : labels.scan.open}
      </Button>
      {isScanning && (
        <ScanPanel
          door={door}
          now={now}
          onTap={state.recordActions}
          onCheckIn={checkIn}
          onSign={(person) => signFor(person, [])}
        />
      )}
      <Problems problems={door.problems} timeZone={event.timeZone} onDismiss={state.dismiss} />
      {people.length === 0 ? (
        <Empty title={labels.noneTitle} text={labels.noneText} icon={<PeopleIcon size={26} />} />
      ) : matches.length === 0 ? (
        <Text c="dimmed">{labels.noneFound}</Text>
      ) : (
        <ul className={classes.list} aria-label={labels.list}>
          {matches.map((person) => (
            <AttendeeRow
              key={person.id}
              person={person}
              role={hasSeveralShifts ? (roles.get(person.shiftId) ?? '') : ''}
              event={event}
              now={now}
              onTap={state.recordActions}
              onCheckIn={checkIn}
              onSign={(attendee) => signFor(attendee, [])}
            />
          ))}
        </ul>
      )}
      {state.worksOffline && <Offline eventId={event.id} online={state.online} />}
      <div className={classes.foot}>
        <Button size="md" fullWidth variant="default" leftSection={<PlusIcon />} onClick={addToggle.open}>
          {labels.add}
        </Button>
      </div>
      <Dialog opened={isAdding} onClose={addToggle.close} title={labels.addTitle}>
        <WalkInForm
          event={event}
          people={people}
          shiftId={shiftId || openShift(event, now)}
          name={matches.length === 0 ? searchText.trim() : ''}
          onAdd={addWalkIn}
          onFound={checkInPerson}
          onCancel={addToggle.close}
        />
      </Dialog>
      <Dialog
        opened={signingRequest !== null}
        onClose={() => setSigningRequest(null)}
        title={signingRequest?.signer.name ?? ''}
        size="lg"
      >
        {signingRequest && (
          <WaiverForm
            signer={signingRequest.signer}
            waivers={signingRequest.waivers}
            onSigned={(signatures) => {
              signingRequest.onDone(signatures);
              setSigningRequest(null);
            }}
            onSkip={
              signingRequest.canSkip
                ? () => {
                    signingRequest.onDone([]);
                    setSigningRequest(null);
                  }
                : undefined
            }
          />
        )}
      </Dialog>
    </>
  );
}
