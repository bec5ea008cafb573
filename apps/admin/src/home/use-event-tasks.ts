import { day, timesInZone } from '../parts/ui/dates';
import { useWords } from '../words/words';
import type { ChapterTasks } from './queries';
import { weights, type Task } from './task';

type EventNeeds = Pick<ChapterTasks, 'understaffed' | 'gaps' | 'failedMails' | 'unconfirmed'>;

export function useEventTasks(
  needs: EventNeeds | undefined,
  credentials: { totalCount: number; totalIsCapped: boolean } | undefined,
): readonly Task[] {
  const { labels, locale } = useWords('home');
  if (!needs) return [];
  const { understaffed, gaps, failedMails, unconfirmed } = needs;
  const shiftTask = (
    { event, shift }: Pick<ChapterTasks['gaps'][number], 'event' | 'shift'>,
    text: string,
  ): Pick<Task, 'title' | 'hint' | 'to'> => ({
    title: `${event.title}: ${shift.role}`,
    hint: [
      text,
      `${day(locale, shift.startsAt, event.timeZone)}, ${timesInZone(locale, shift, event.timeZone)}`,
      event.chapter.name,
    ].join(' · '),
    to: `/events/${event.id}?shift=${shift.id}`,
  });
  return [
    ...gaps.map((item) => {
      const { gap } = item;
      const texts = [
        gap.tooFewAdults && labels.tooFewAdults({ adults: gap.adults, needed: gap.adultsNeeded }),
        gap.needsLead && !gap.hasLead && labels.noLead,
      ].filter(Boolean);
      return {
        key: `gap-${item.shift.id}`,
        weight: gap.tooFewAdults ? weights.safety : weights.shifts,
        isUrgent: gap.tooFewAdults,
        ...shiftTask(item, texts.join(' ')),
      };
    }),
    ...(failedMails > 0
      ? [
          {
            key: 'failedMails',
            weight: weights.late,
            isUrgent: true,
            title: labels.failedMails({ count: failedMails }),
            hint: labels.failedMailsText,
            to: '/mail?status=trouble',
          },
        ]
      : []),
    ...understaffed.map((item) => ({
      key: `staff-${item.shift.id}`,
      weight: weights.shifts,
      ...shiftTask(item, labels.needs({ count: item.shift.placesLeft })),
    })),
    ...((credentials?.totalCount ?? 0) > 0
      ? [
          {
            key: 'credentials',
            weight: weights.decision,
            title: labels.credentials({
              count: credentials?.totalCount ?? 0,
              more: credentials?.totalIsCapped ?? false,
            }),
            to: '/credentials',
          },
        ]
      : []),
    ...unconfirmed.map(({ event, count }) => ({
      key: `unconfirmed-${event.id}`,
      weight: weights.upkeep,
      title: `${event.title}: ${labels.unconfirmed({ count })}`,
      to: `/events/${event.id}?status=unconfirmed`,
    })),
  ];
}
