import { chooseDeepPage, measureList } from './support/list-scale.js';
import { manyEvents } from './support/many-events.js';

/** Compares pages of events among a million with those among ten thousand, and page 10,000 with page 1. */
const many = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const deepPage = chooseDeepPage(10_000, many);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

await measureList({
  bench: 'list-scale',
  ratio: 'p50_1m_over_10k',
  query: `query EventsPage($filter: EventFilter, $first: Int, $after: String) {
    list: events(filter: $filter, first: $first, after: $after) {
      edges { node {
        id slug title summary startsAt endsAt timeZone status online place languages
        chapter { name slug }
        shifts { id role startsAt endsAt capacity placesLeft }
      } }
      pageInfo { hasNextPage endCursor }
      totalCount totalIsCapped
    }
  }`,
  few: 10_000,
  many,
  deepPage,
  make: (pool, events) => manyEvents(pool, { events, shifts: 1, minutesApart: 1, description: 1 }),
  rowBefore: 'SELECT starts_at AS at, id FROM events.event ORDER BY starts_at, id OFFSET $1 LIMIT 1',
  others: {
    'page 1 with free places': { filter: { hasFreePlaces: true } },
    [`page ${deepPage.toLocaleString('en')} with free places`]: { filter: { hasFreePlaces: true }, deep: true },
    'on two days': { filter: { from: inDays(2), to: inDays(3) } },
    'by a rare word': { filter: { text: `packing ${many - 7}` } },
    'by a common word': { filter: { text: 'packing' } },
    'by two letters': { filter: { text: 'ca' } },
  },
  rounds: Number(process.env['BENCH_ROUNDS'] ?? 21),
  requests: 60,
});
