import { dayOf, instantToWall, wallToInstant } from '@upstander/events';
import type { ChapterKey } from './chapters.js';
import { spanishIdeas } from './event-ideas.es.js';
import { englishIdeas, type EventIdea } from './event-ideas.js';

export const ideas: Readonly<Record<IdeaKey, EventIdea>> = { ...englishIdeas, ...spanishIdeas };
export type IdeaKey = keyof typeof englishIdeas | keyof typeof spanishIdeas;

/** Fill level of an event, or its special status. */
export type State = 'few' | 'some' | 'many' | 'full' | 'line' | 'offer' | 'cancelled' | 'draft' | 'past' | 'today';

export interface PlannedEvent {
  chapter: ChapterKey;
  idea: IdeaKey;
  state: State;
  /** Days from today to the earliest date; `weekday` (1 = Monday) moves it forward to that day. */
  inDays: number;
  weekday?: number;
  at: string;
  place: string | null;
}

const [mon, tue, wed, thu, fri, sat, sun] = [1, 2, 3, 4, 5, 6, 7] as const;

function planEvent(
  chapter: ChapterKey,
  idea: IdeaKey,
  state: State,
  inDays: number,
  weekday: number | undefined,
  at: string,
  place: string | null = null,
): PlannedEvent {
  return { chapter, idea, state, inDays, weekday, at, place };
}

const hall = 'Evergreen Community Hall, 2100 E 1st St, Los Angeles, CA 90033';
const center = 'Barrio Logan Family Center, 1860 National Ave, San Diego, CA 92113';
const loft = 'The Loft at 145th, 3rd floor, 512 W 145th St, New York, NY 10031';

export const plan: readonly PlannedEvent[] = [
  planEvent('la', 'kits', 'offer', 1, sat, '09:00', hall),
  planEvent('la', 'orientation', 'some', 2, undefined, '18:30'),
  planEvent(
    'la',
    'table',
    'few',
    3,
    sun,
    '08:30',
    'Hollywood Farmers’ Market, Ivar Ave and Selma Ave, Los Angeles, CA 90028',
  ),
  planEvent('la', 'court', 'line', 4, wed, '17:30', 'Legal Aid Annex, 1550 W 8th St, Los Angeles, CA 90017'),
  planEvent('la', 'mochilas', 'many', 6, sat, '13:00', hall),
  planEvent(
    'la',
    'cards',
    'few',
    5,
    sun,
    '10:00',
    'Meet at MacArthur Park, 7th St and Alvarado St, Los Angeles, CA 90057',
  ),
  planEvent('la', 'school', 'full', 8, thu, '08:00', 'Roosevelt High School, 456 S Mathews St, Los Angeles, CA 90033'),
  planEvent('la', 'interviews', 'some', 9, tue, '17:30', 'Central Job Center, 410 S Main St, Los Angeles, CA 90013'),
  planEvent('la', 'kits', 'many', 13, sat, '09:00', hall),
  planEvent('la', 'bienvenida', 'some', 14, mon, '18:30'),
  planEvent('la', 'walk', 'some', 20, sun, '06:30', 'Echo Park Lake, 751 Echo Park Ave, Los Angeles, CA 90026'),
  planEvent('la', 'traduccion', 'some', 16, wed, '19:00'),
  planEvent('la', 'dinner', 'cancelled', 11, fri, '16:00', hall),
  planEvent('la', 'sorting', 'some', 22, sat, '13:00', 'Second Start Closet, 3020 N Main St, Los Angeles, CA 90031'),
  planEvent(
    'la',
    'promotoras',
    'many',
    27,
    sat,
    '09:30',
    'Parroquia Santa Isabel, 424 S Boyle Ave, Los Angeles, CA 90033',
  ),
  planEvent('la', 'kits', 'few', 34, sat, '09:00', hall),
  planEvent('la', 'letters', 'draft', 30, thu, '18:00'),
  planEvent('sd', 'table', 'some', 2, sat, '08:00', 'Little Italy Mercato, 600 W Date St, San Diego, CA 92101'),
  planEvent('sd', 'kits', 'line', 7, sun, '12:00', center),
  planEvent('sd', 'mercado', 'few', 3, sat, '09:00', 'Mercado de Otay, 1450 Third Ave, Chula Vista, CA 91911'),
  planEvent('sd', 'orientation', 'some', 5, tue, '18:00'),
  planEvent('sd', 'library', 'many', 10, thu, '17:30', 'Logan Heights Library, 567 S 28th St, San Diego, CA 92113'),
  planEvent(
    'sd',
    'cards',
    'some',
    12,
    sat,
    '10:00',
    'Meet at San Ysidro Transit Center, 700 E San Ysidro Blvd, San Diego, CA 92173',
  ),
  planEvent('sd', 'court', 'full', 15, wed, '17:30', center),
  planEvent('sd', 'mochilas', 'some', 19, sun, '13:00', center),
  planEvent(
    'sd',
    'interviews',
    'few',
    21,
    tue,
    '17:00',
    'South County Career Center, 1111 Bay Blvd, Chula Vista, CA 91911',
  ),
  planEvent('sd', 'dinner', 'many', 25, fri, '16:00', center),
  planEvent('sd', 'walk', 'few', 41, sun, '07:00', 'Mission Bay Park, De Anza Cove, San Diego, CA 92109'),
  planEvent('ny', 'kits', 'many', 2, sat, '10:00', loft),
  planEvent('ny', 'letters', 'some', 1, undefined, '19:00'),
  planEvent(
    'ny',
    'table',
    'few',
    4,
    sat,
    '09:00',
    'Union Square Greenmarket, E 17th St and Union Sq W, New York, NY 10003',
  ),
  planEvent('ny', 'court', 'line', 8, tue, '18:00', 'Civic Rooms, 250 Broadway, 14th floor, New York, NY 10007'),
  planEvent('ny', 'sorting', 'some', 6, sun, '13:00', 'Turnaround Closet, 61 Gold St, New York, NY 10038'),
  planEvent('ny', 'school', 'full', 13, thu, '08:30', 'Washington Irving Campus, 40 Irving Pl, New York, NY 10003'),
  planEvent('ny', 'library', 'some', 15, wed, '17:30', 'Seward Park Library, 192 E Broadway, New York, NY 10002'),
  planEvent('ny', 'promotoras', 'some', 17, sat, '10:00', 'Iglesia San Marcos, 220 E 118th St, New York, NY 10035'),
  planEvent('ny', 'orientation', 'some', 18, mon, '18:30'),
  planEvent('ny', 'interviews', 'many', 23, tue, '18:00', loft),
  planEvent('ny', 'dinner', 'some', 26, fri, '16:30', loft),
  planEvent('ny', 'cards', 'few', 32, sun, '11:00', 'Meet at Roosevelt Ave and 82nd St, Jackson Heights, NY 11372'),
  planEvent('la', 'kits', 'past', -14, sat, '09:00', hall),
  planEvent('la', 'mochilas', 'past', -28, sat, '13:00', hall),
  planEvent('la', 'court', 'past', -21, wed, '17:30', 'Legal Aid Annex, 1550 W 8th St, Los Angeles, CA 90017'),
  planEvent('sd', 'kits', 'past', -20, sun, '12:00', center),
  planEvent('sd', 'library', 'past', -12, thu, '17:30', 'Logan Heights Library, 567 S 28th St, San Diego, CA 92113'),
  planEvent('ny', 'kits', 'past', -15, sat, '10:00', loft),
  planEvent(
    'ny',
    'table',
    'past',
    -22,
    sat,
    '09:00',
    'Union Square Greenmarket, E 17th St and Union Sq W, New York, NY 10003',
  ),
  planEvent('ny', 'orientation', 'past', -11, mon, '18:30'),
  planEvent('la', 'kits', 'today', 0, undefined, 'under way', hall),
];

/** Time since the current event began, rounded to a quarter hour: its first shift is half over. */
const underWayMs = 50 * 60_000;
const quarter = 15 * 60_000;

/** Local time: '2026-12-05T09:00'. */
export function startOf(event: PlannedEvent, zone: string, now: Date): string {
  // An event is under way at any time of day, so that check-in can be shown.
  if (event.state === 'today') {
    return instantToWall(new Date(Math.floor((now.valueOf() - underWayMs) / quarter) * quarter), zone);
  }
  // Counting days from noon gives the right date across clock changes.
  const noon = wallToInstant(`${dayOf(now, zone)}T12:00`, zone);
  const day = new Date(`${dayOf(new Date(noon.valueOf() + event.inDays * 86_400_000), zone)}T00:00:00Z`);
  const daysAhead = event.weekday === undefined ? 0 : (event.weekday - (day.getUTCDay() || 7) + 7) % 7;
  return `${new Date(day.valueOf() + daysAhead * 86_400_000).toISOString().slice(0, 10)}T${event.at}`;
}
