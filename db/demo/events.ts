import type { Event } from '@upstander/events';
import { wallToInstant } from '@upstander/events';
import { chapters, type ChapterKey } from './chapters.js';
import { idOf, type Random } from './random.js';
import { ideas, plan, startOf, type State } from './schedule.js';
import { type DemoShift } from './shifts.js';

export type DemoEvent = Omit<
  Event,
  | ('imageUrl' | 'version' | 'createdBy' | 'updatedBy' | 'searchText' | 'postcode' | 'chapter' | 'shifts')
  | ('hasOldCalendarUid' | 'seriesId' | 'originalLocal' | 'overrides')
  // Set for a few events later: eligibility-rules.ts.
  | ('opensAt' | 'opensAtLocal' | 'opensToMembersAt' | 'opensToMembersAtLocal' | 'withMinors' | 'minimumAdults')
> & {
  state: State;
  chapter: ChapterKey;
  shifts: DemoShift[];
};

const day = 86_400_000;
const statuses: Partial<Record<State, DemoEvent['status']>> = {
  draft: 'draft',
  cancelled: 'cancelled',
  past: 'completed',
};

export function events(random: Random, now: Date): DemoEvent[] {
  return plan.map((planned, number): DemoEvent => {
    const chapter = chapters[planned.chapter];
    const idea = ideas[planned.idea];
    const zone = chapter.timeZone;
    const startsAtLocal = startOf(planned, zone, now);
    const endsAtLocal = addMinutes(startsAtLocal, idea.minutes);
    const startsAt = wallToInstant(startsAtLocal, zone);
    const endsAt = wallToInstant(endsAtLocal, zone);
    const status = statuses[planned.state] ?? 'published';
    const id = idOf('event', number);
    const createdAt = new Date(Math.min(now.valueOf(), startsAt.valueOf()) - random.integerBetween(20, 34) * day);
    const publishedAt =
      status === 'draft' ? null : new Date(createdAt.valueOf() + random.integerBetween(1, 30) * 3_600_000);
    return {
      id,
      chapterId: chapter.id,
      slug: `${slugOf(idea.title)}-${startsAtLocal.slice(0, 10)}-${planned.chapter}`,
      title: idea.title,
      summary: idea.summary,
      description: idea.description,
      online: idea.online ?? false,
      place: planned.place,
      onlineUrl: idea.online ? `https://meet.example.org/${planned.chapter}-${number + 100}` : null,
      timeZone: zone,
      startsAtLocal,
      endsAtLocal,
      startsAt,
      endsAt,
      contactName: chapter.contact.name,
      contactEmail: chapter.contact.email,
      languages: [...idea.languages],
      accessibility: idea.accessibility ?? null,
      bring: idea.bring ?? null,
      agenda: (idea.agenda ?? []).map(([from, text, textEs]) => ({
        time: addMinutes(startsAtLocal, from).slice(11, 16),
        text,
        textEs,
      })),
      maxGuests: idea.online ? 0 : 3,
      maxGroupSize: idea.online ? 0 : 30,
      status,
      cancelReason:
        status === 'cancelled' ? 'The kitchen at the hall is being repaired. We will cook together next month.' : null,
      sequence: status === 'cancelled' ? 1 : 0,
      publishedAt,
      createdAt,
      updatedAt: status === 'cancelled' ? new Date(now.valueOf() - 1.5 * day) : (publishedAt ?? createdAt),
      state: planned.state,
      chapter: planned.chapter,
      shifts: idea.shifts.map((shift, position): DemoShift => {
        const from = addMinutes(startsAtLocal, shift.from);
        const to = addMinutes(startsAtLocal, shift.to);
        return {
          id: idOf('shift', number, position),
          eventId: id,
          role: shift.role,
          skill: shift.skill ?? null,
          startsAtLocal: from,
          endsAtLocal: to,
          startsAt: wallToInstant(from, zone),
          endsAt: wallToInstant(to, zone),
          capacity: shift.capacity,
          minimumAge: shift.minimumAge ?? null,
          note: shift.note ?? null,
          position,
        };
      }),
    };
  });
}

function addMinutes(wall: string, minutes: number): string {
  return new Date(Date.parse(`${wall}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
