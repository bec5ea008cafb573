import { Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import cards from '../parts/ui/cards.module.css';
import cells from '../parts/lists/cells.module.css';
import { formatShortDateTime, listDay } from '../parts/ui/dates';
import { Failure } from '../parts/ui/failure';
import { Pending } from '../parts/ui/pending';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { closeBoardMutation, closeKioskMutation, doorLinksQuery, type DoorLink } from './queries';

/** Active links that the signed-in user created, for the account page. */
export function MyDoorLinks({ accountId }: { accountId: string }) {
  const { t } = useWords('door');
  const { data, error, refetch } = useRead(doorLinksQuery, { createdById: accountId });
  if (!data) return <Pending error={error} retry={refetch} noun={t.door.linksWhat} lines={2} />;
  return (
    <Stack>
      <Text c="dimmed" size="sm">
        {data.doorLinks.length > 0 ? t.door.linksLead : t.door.linksNone}
      </Text>
      <DoorLinkList links={data.doorLinks} />
    </Stack>
  );
}

/** Active links of a person who is about to lose access. Renders nothing if there are none. */
export function DoorLinksOf({ accountId }: { accountId: string }) {
  const { t } = useWords('door');
  const { data, error, refetch } = useRead(doorLinksQuery, { createdById: accountId });
  if (!data) return error && <Failure error={error} retry={() => void refetch()} />;
  if (data.doorLinks.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm">{t.door.linksLeft}</Text>
      <DoorLinkList links={data.doorLinks} />
    </Stack>
  );
}

function DoorLinkList({ links }: { links: readonly DoorLink[] }) {
  return (
    <ul className={cards.cards}>
      {links.map((link) => (
        <DoorLinkItem key={`${link.kind} ${link.eventId}`} link={link} />
      ))}
    </ul>
  );
}

function DoorLinkItem({ link }: { link: DoorLink }) {
  const { t, locale } = useWords('door');
  const { kind, eventId, eventTitle: event, eventStartsAt, timeZone } = link;
  const closeKiosk = useChange(closeKioskMutation, { success: () => t.door.kioskClosed });
  const closeBoard = useChange(closeBoardMutation, { success: () => t.door.boardClosed });
  const revoke = kind === 'KIOSK' ? closeKiosk : closeBoard;
  const name = t.door.linkOf[kind]({ event, when: listDay(locale, eventStartsAt, timeZone) });
  const label = revoke.isPending ? t.door.linkRevoking : t.common.revoke;
  return (
    <li className={cards.card}>
      <div>
        <Link to={`/events/${eventId}/door`} className={cells.title}>
          {name}
        </Link>
        <DoorLinkFacts link={{ ...link, createdBy: null }} />
      </div>
      <RowButton
        label={label}
        about={name}
        size="xs"
        isPending={revoke.isPending}
        onClick={() => revoke.isPending || revoke.mutate({ eventId })}
      />
    </li>
  );
}

/** Creator, last use and expiry of a link. */
export function DoorLinkFacts({ link }: { link: DoorLink | undefined }) {
  const { t, locale } = useWords('door');
  if (!link) return null;
  const { createdBy: by, createdAt, creatorLeft, lastUsedAt, expiresAt } = link;
  const format = (at: string) => formatShortDateTime(locale, at);
  const isExpired = new Date(expiresAt) <= new Date();
  const facts = [
    createdAt &&
      (creatorLeft && by !== null
        ? t.door.linkCreatorLeft({ by, when: format(createdAt) })
        : t.door.linkCreated({ by, when: format(createdAt) })),
    lastUsedAt ? t.shared.lastUsedWhen({ when: format(lastUsedAt) }) : t.shared.neverUsed,
    (isExpired ? t.door.linkExpired : t.door.linkExpires)({ when: format(expiresAt) }),
  ];
  return <span className={cells.meta}>{facts.filter(Boolean).join(' · ')}</span>;
}
