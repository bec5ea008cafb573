import { Button, Code, Group, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { EyeIcon, PrintIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { clockTime, dayTimesZone } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { DoorLinkFacts } from './door-links';
import classes from './door.module.css';
import {
  closeBoardMutation,
  closeKioskMutation,
  eventDoorQuery,
  openBoardMutation,
  openKioskMutation,
  renewPosterMutation,
  type DoorEvent,
  type DoorLink,
  type EventDoor,
} from './queries';
import { SignedWaivers } from './signed-waivers';

export function DoorPage() {
  const { t } = useWords('door');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(eventDoorQuery, { id });
  const changesAt = data?.eventDoor.codeChangesAt;
  useEffect(() => {
    if (!changesAt) return;
    const timer = setTimeout(() => void refetch(), Math.max(1_000, new Date(changesAt).valueOf() - Date.now()));
    return () => clearTimeout(timer);
  }, [changesAt, refetch]);
  const event = data?.manageEvent;
  const linkOf = (kind: DoorLink['kind']) => data?.doorLinks.find((link) => link.kind === kind);
  if (!event) return <Pending error={error} retry={refetch} noun={t.door.what} />;
  return (
    <div className={classes.page}>
      <PageHeader
        title={`${t.door.title}: ${event.title}`}
        lead={t.door.lead}
        back={{ to: `/events/${id}`, label: t.common.backToEvent }}
      />
      <Poster event={event} door={data.eventDoor} />
      <CodeOnTheWall door={data.eventDoor} />
      <Board eventId={id} door={data.eventDoor} link={linkOf('BOARD')} />
      <KioskLink eventId={id} door={data.eventDoor} link={linkOf('KIOSK')} />
      <SignedWaivers signatures={data.doorSignatures} />
    </div>
  );
}

function Poster({ event, door }: { event: DoorEvent; door: EventDoor }) {
  const { labels, locale } = useWords('door');
  const renew = useChange(renewPosterMutation, { success: () => labels.posterRenewed });
  return (
    <section className={classes.card} aria-label={labels.poster}>
      <div className={classes.poster}>
        <p className={classes.event}>{event.title}</p>
        <p className={classes.when}>{dayTimesZone(locale, event)}</p>
        <h2 className={classes.call}>{labels.posterCall}</h2>
        <img
          className={classes.qr}
          src={`data:image/svg+xml,${encodeURIComponent(door.posterQrSvg)}`}
          alt={labels.posterPicture}
        />
        <ol className={classes.steps}>
          <li>{labels.posterScan}</li>
          <li>{labels.posterCode}</li>
          <li>{labels.posterPress}</li>
        </ol>
        <p>{labels.posterElse}</p>
      </div>
      <Group gap="xs">
        <Button leftSection={<PrintIcon />} onClick={() => window.print()}>
          {labels.posterPrint}
        </Button>
        <Button
          variant="default"
          aria-disabled={renew.isPending}
          onClick={() => renew.isPending || renew.mutate({ eventId: event.id })}
        >
          {labels.posterRenew}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {labels.posterGood({
          when: dayTimesZone(locale, { startsAt: door.opensAt, endsAt: door.closesAt, timeZone: event.timeZone }),
        })}{' '}
        {labels.posterRenewText}
      </Text>
    </section>
  );
}

function CodeOnTheWall({ door }: { door: EventDoor }) {
  const { t, locale } = useWords('door');
  return (
    <section className={classes.card} aria-labelledby="code">
      <Title order={2} id="code" size="h4">
        {t.door.code}
      </Title>
      <p className={classes.digits}>{door.code}</p>
      <Text size="sm" c="dimmed">
        {t.door.codeText({ when: clockTime(locale, new Date(door.codeChangesAt)) })}
      </Text>
    </section>
  );
}

interface LinkPartProps {
  eventId: string;
  door: EventDoor;
  link: DoorLink | undefined;
}

function Board({ eventId, door, link }: LinkPartProps) {
  const { labels } = useWords('door');
  const openBoard = useChange(openBoardMutation);
  const closeBoard = useChange(closeBoardMutation, { success: () => labels.boardClosed });
  return (
    <section className={classes.card} aria-labelledby="board">
      <Title order={2} id="board" size="h4">
        {labels.board}
      </Title>
      <Text>{labels.boardText}</Text>
      {door.boardUrl === null ? (
        <Button
          className={classes.act}
          variant="default"
          aria-disabled={openBoard.isPending}
          onClick={() => openBoard.isPending || openBoard.mutate({ eventId })}
        >
          {labels.boardOpen}
        </Button>
      ) : (
        <>
          <Text size="sm">{labels.boardLink}</Text>
          <Code className={classes.link}>{door.boardUrl}</Code>
          <DoorLinkFacts link={link} />
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<EyeIcon />}
              component="a"
              href={door.boardUrl}
              target="_blank"
              rel="noopener"
            >
              {labels.boardLook}
            </Button>
            <Button
              variant="default"
              aria-disabled={closeBoard.isPending}
              onClick={() => closeBoard.isPending || closeBoard.mutate({ eventId })}
            >
              {labels.boardClose}
            </Button>
          </Group>
        </>
      )}
    </section>
  );
}

function KioskLink({ eventId, door, link }: LinkPartProps) {
  const { labels } = useWords('door');
  const openKiosk = useChange(openKioskMutation);
  const closeKiosk = useChange(closeKioskMutation, { success: () => labels.kioskClosed });
  return (
    <section className={classes.card} aria-labelledby="kiosk">
      <Title order={2} id="kiosk" size="h4">
        {labels.kiosk}
      </Title>
      <Text>{labels.kioskText}</Text>
      {door.kioskUrl === null ? (
        <Button
          className={classes.act}
          variant="default"
          aria-disabled={openKiosk.isPending}
          onClick={() => openKiosk.isPending || openKiosk.mutate({ eventId })}
        >
          {labels.kioskOpen}
        </Button>
      ) : (
        <>
          <Text size="sm">{labels.kioskLink}</Text>
          {door.kioskQrSvg && (
            <img
              className={classes.small}
              src={`data:image/svg+xml,${encodeURIComponent(door.kioskQrSvg)}`}
              alt={labels.kioskPicture}
            />
          )}
          <Code className={classes.link}>{door.kioskUrl}</Code>
          <DoorLinkFacts link={link} />
          <Button
            className={classes.act}
            variant="default"
            aria-disabled={closeKiosk.isPending}
            onClick={() => closeKiosk.isPending || closeKiosk.mutate({ eventId })}
          >
            {labels.kioskClose}
          </Button>
        </>
      )}
    </section>
  );
}
