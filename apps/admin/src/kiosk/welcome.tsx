import { Button, Text, TextInput, Title } from '@mantine/core';
import { ApiFault, isRefusal } from '@upstander/api-client';
import { useEffect, useState } from 'react';
import { randomUuid } from '../api/new-key';
import { Scanner } from '../check-in/scanner/scanner';
import { CameraIcon, CheckIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { Closed } from './closed';
import { askAsKiosk, kioskCheckInMutation, type KioskAnswer, type KioskEvent } from './kiosk-api';
import classes from './kiosk.module.css';

/** Time until a greeting or a half-typed name is cleared for the next person, in milliseconds. */
const greetingFor = 6_000;
const idleMs = 30_000;

interface Entry {
  name?: string;
  code?: string;
  shiftId?: string;
}

type Message = Omit<KioskAnswer, 'shifts'> | { outcome: 'OFFLINE' | 'BUSY' };

export function Welcome({ token, event }: { token: string; event: KioskEvent }) {
  const { t, locale } = useWords('checkIn');
  const labels = t.checkIn.kiosk;
  const [name, setName] = useState('');
  const [choice, choose] = useState<{ entry: Entry; shifts: KioskAnswer['shifts'] } | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const [isScanning, setIsScanning] = useState(false);
  const [working, work] = useState(false);
  const [isClosed, setIsClosed] = useState(false);

  useEffect(() => {
    if (message === null && name === '' && choice === null) return;
    const timer = setTimeout(
      () => {
        setMessage(null);
        setName('');
        choose(null);
      },
      message === null ? idleMs : greetingFor,
    );
    return () => clearTimeout(timer);
  }, [message, name, choice]);

  const checkIn = async (entry: Entry) => {
    work(true);
    choose(null);
    try {
      const variables = { token, input: { id: randomUuid(), ...entry } };
      const { kioskCheckIn: answer } = await askAsKiosk(kioskCheckInMutation, variables);
      setName('');
      if (answer.outcome === 'CHOOSE_SHIFT') choose({ entry, shifts: answer.shifts });
      else setMessage(answer);
    } catch (error) {
      if (error instanceof ApiFault) setMessage({ outcome: 'OFFLINE' });
      else if (isRefusal(error, 'TOO_MANY_TRIES')) setMessage({ outcome: 'BUSY' });
      else setIsClosed(true);
    } finally {
      work(false);
    }
  };
  const time = (at: string) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: event.timeZone }).format(
      new Date(at),
    );
  if (isClosed) return <Closed />;
  return (
    <>
      <Text c="dimmed">{event.title}</Text>
      <Title order={1}>{labels.title}</Title>
      <div role="status" className={classes.said} data-kind={message?.outcome}>
        {message && <MessageText message={message} time={time} />}
      </div>
      {choice ? (
        <div className={classes.choice}>
          <Text>{labels.which}</Text>
          {choice.shifts.map(({ id, role, startsAt }) => (
            <Button key={id} size="lg" variant="default" onClick={() => void checkIn({ ...choice.entry, shiftId: id })}>
              {role}, {time(startsAt)}
            </Button>
          ))}
          <Button size="lg" variant="subtle" onClick={() => choose(null)}>
            {labels.back}
          </Button>
        </div>
      ) : (
        <form
          className={classes.form}
          autoComplete="off"
          onSubmit={(submitted) => {
            submitted.preventDefault();
            if (!working && name.trim() !== '') void checkIn({ name: name.trim() });
          }}
        >
          <TextInput
            size="lg"
            label={labels.name}
            description={labels.nameHint}
            value={name}
            maxLength={120}
            autoComplete="off"
            onChange={(checkedIn) => {
              setMessage(null);
              setName(checkedIn.currentTarget.value);
            }}
          />
          <Button size="lg" type="submit" disabled={name.trim() === ''} aria-disabled={working}>
            {labels.submit}
          </Button>
        </form>
      )}
      <Button
        size="lg"
        variant="default"
        leftSection={<CameraIcon />}
        aria-expanded={isScanning}
        onClick={() => setIsScanning(!isScanning)}
      >
        {isScanning ? t.checkIn.scan.close : labels.scan}
      </Button>
      {isScanning && <Scanner onCode={(code) => void checkIn({ code })} />}
    </>
  );
}

function MessageText({ message, time }: { message: Message; time: (at: string) => string }) {
  const { t } = useWords('checkIn');
  const labels = t.checkIn.kiosk;
  const name = ('firstName' in message && message.firstName) || '';
  switch (message.outcome) {
    case 'CHECKED_IN':
      return (
        <>
          <CheckIcon size={28} /> {labels.came({ name })}
        </>
      );
    case 'ALREADY_CHECKED_IN':
      return labels.already({ name });
    case 'NOT_OPEN_YET':
      return labels.notOpen({ time: 'opensAt' in message && message.opensAt ? time(message.opensAt) : '' });
    case 'ASK_THE_TEAM':
      return labels.team({ name });
    case 'OFFLINE':
      return labels.offline;
    case 'BUSY':
      return labels.busy;
    default:
      return labels.unknown;
  }
}
