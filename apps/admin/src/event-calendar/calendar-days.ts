import { isoDay } from '@upstander/web-kit';
import { daysAfter } from '../parts/ui/dates';

export type CalendarView = 'month' | 'week';

/** Returns the weeks to show, each with seven days from Sunday. A month includes the days of its first and last week. */
export function weeksOf(view: CalendarView, day: string): string[][] {
  const first = view === 'month' ? `${day.slice(0, 7)}-01` : day;
  const last = view === 'month' ? daysAfter(`${stepped('month', day, 1).slice(0, 7)}-01`, -1) : day;
  const weeks: string[][] = [];
  for (let firstDay = daysAfter(first, -weekdayOf(first)); firstDay <= last; firstDay = daysAfter(firstDay, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => daysAfter(firstDay, index)));
  }
  return weeks;
}

/** Returns a day in the next or previous month or week. In shorter months, it is the last day. */
export function stepped(view: CalendarView, day: string, count: 1 | -1): string {
  if (view === 'week') return daysAfter(day, 7 * count);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

interface CalendarEvent {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

/** Returns the events by day in their own time zones. An event that ends at midnight doesn't touch the next day. */
export function eventsByDay<Event extends CalendarEvent>(events: readonly Event[]): Map<string, Event[]> {
  const days = new Map<string, Event[]>();
  for (const event of events) {
    const last = isoDay(new Date(Date.parse(event.endsAt) - 1), event.timeZone);
    let day = isoDay(new Date(event.startsAt), event.timeZone);
    for (let count = 0; day <= last && count < 31; count += 1, day = daysAfter(day, 1)) {
      days.set(day, [...(days.get(day) ?? []), event]);
    }
  }
  return days;
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
