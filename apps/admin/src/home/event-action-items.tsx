import { Button, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { FillBar } from '../parts/ui/fill-bar';
import { AlertIcon, BadgeIcon, CheckIcon, InfoIcon } from '../parts/ui/icons';
import { day, timesInZone } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './home.module.css';
import type { ChapterTasks as Needs } from './queries';

type NeedsYouProps = Pick<
  Needs,
  'understaffed' | 'gaps' | 'failedMails' | 'unconfirmedSignups' | 'unconfirmed' | 'feedback'
> & { credentials: { totalCount: number; totalIsCapped: boolean } | undefined };

const initialCount = 5;

export function EventActionItems({
  understaffed,
  gaps,
  failedMails,
  unconfirmedSignups,
  unconfirmed,
  feedback,
  credentials,
}: NeedsYouProps) {
  const { t, locale } = useWords('home');
  const [isExpanded, setIsExpanded] = useState(false);
  const claims = credentials?.totalCount ?? 0;
  const counts = [understaffed.length, gaps.length, failedMails, unconfirmedSignups, claims];
  const isEmpty = counts.every((count) => count === 0);
  return (
    <section aria-labelledby="event-action-items">
      <Title order={2} id="event-action-items" mb="sm">
        {t.home.needsYou}
      </Title>
      {isEmpty ? (
        <div className={classes.calm}>
          <span className={classes.calmIcon}>
            <CheckIcon size={20} />
          </span>
          <div>
            <Text fw={600}>{t.home.allWell}</Text>
            <Text c="dimmed" size="sm">
              {t.home.allWellText}
            </Text>
          </div>
        </div>
      ) : (
        <ul className={classes.needs}>
          {gaps.map((item) => (
            <StaffingGap key={item.shift.id} {...item} />
          ))}
          {failedMails > 0 && (
            <Need
              tone="bad"
              icon={<AlertIcon />}
              title={t.home.failedMails({ count: failedMails })}
              text={t.home.failedMailsText}
            >
              <Link to="/mail?status=trouble">{t.home.openMailLog}</Link>
            </Need>
          )}
          {claims > 0 && (
            <Need
              tone="calm"
              icon={<BadgeIcon />}
              title={t.home.credentials({ count: claims, more: credentials?.totalIsCapped ?? false })}
              text={t.home.credentialsText}
            >
              <Link to="/credentials">{t.home.openCredentials}</Link>
            </Need>
          )}
          {(isExpanded ? understaffed : understaffed.slice(0, initialCount)).map((item) => (
            <Understaffed key={item.shift.id} {...item} />
          ))}
          {!isExpanded && understaffed.length > initialCount && (
            <li className={classes.more}>
              <Button variant="subtle" onClick={() => setIsExpanded(true)}>
                {t.home.showAll({ count: understaffed.length })}
              </Button>
            </li>
          )}
          {unconfirmedSignups > 0 && (
            <Need
              tone="calm"
              icon={<InfoIcon />}
              title={t.home.unconfirmed({ count: unconfirmedSignups })}
              text={t.home.unconfirmedText}
            >
              {unconfirmed.map(({ event, count }) => (
                <Link key={event.id} to={`/events/${event.id}?status=unconfirmed`} className={classes.needLine}>
                  {event.title} ({count})
                </Link>
              ))}
            </Need>
          )}
        </ul>
      )}
      {feedback.length > 0 && (
        <ul className={classes.quietLines} aria-label={t.home.feedback}>
          {feedback.map(({ event, count, average }) => (
            <li key={event.id}>
              <Link to={`/events/${event.id}`}>
                {average === null
                  ? t.home.feedbackFew({ title: event.title, count })
                  : t.home.feedbackAt({ title: event.title, count, average: average.toLocaleString(locale) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface NeedProps {
  tone: 'bad' | 'calm';
  icon: ReactNode;
  title: string;
  text: string;
  children?: ReactNode;
}

function Need({ tone, icon, title, text, children }: NeedProps) {
  return (
    <li className={classes.need}>
      <span className={classes.needIcon} data-tone={tone}>
        {icon}
      </span>
      <div className={classes.needWords}>
        <strong>{title}</strong>
        <Text c="dimmed" size="sm">
          {text}
        </Text>
      </div>
      {children && <div className={classes.needSide}>{children}</div>}
    </li>
  );
}

/** Missing adults are listed first. */
function StaffingGap({ event, shift, gap }: Needs['gaps'][number]) {
  const { t, locale } = useWords('home');
  const texts = [
    gap.tooFewAdults && t.home.tooFewAdults({ adults: gap.adults, needed: gap.adultsNeeded }),
    gap.needsLead && !gap.hasLead && t.home.noLead,
  ].filter(Boolean);
  return (
    <li className={classes.need}>
      <span className={classes.needIcon} data-tone={gap.tooFewAdults ? 'bad' : 'warn'}>
        <AlertIcon />
      </span>
      <div className={classes.needWords}>
        <Link to={`/events/${event.id}?shift=${shift.id}`} className={classes.strong}>
          {event.title}: {shift.role}
        </Link>
        <Text c="dimmed" size="sm">
          {day(locale, shift.startsAt, event.timeZone)}, {timesInZone(locale, shift, event.timeZone)} ·{' '}
          {event.chapter.name} · <span className={classes.warn}>{texts.join(' ')}</span>
        </Text>
      </div>
    </li>
  );
}

function Understaffed({ event, shift }: Needs['understaffed'][number]) {
  const { t, locale } = useWords('home');
  return (
    <li className={classes.need}>
      <span className={classes.needIcon} data-tone="warn">
        <AlertIcon />
      </span>
      <div className={classes.needWords}>
        <Link to={`/events/${event.id}?shift=${shift.id}`} className={classes.strong}>
          {event.title}: {shift.role}
        </Link>
        <Text c="dimmed" size="sm">
          {day(locale, shift.startsAt, event.timeZone)}, {timesInZone(locale, shift, event.timeZone)} ·{' '}
          {event.chapter.name} · <span className={classes.warn}>{t.home.needs({ count: shift.placesLeft })}</span>
        </Text>
      </div>
      <div className={classes.needBar}>
        <FillBar taken={shift.taken} capacity={shift.capacity} waiting={shift.waiting} />
      </div>
    </li>
  );
}
