import { chooseDeepPage, measureList } from './support/list-scale.js';
import { manyOpportunities } from './support/many-opportunities.js';

/** Compares pages of opportunities among a hundred thousand with those among a thousand, and page 1,000 with page 1. */
const many = Number(process.env['BENCH_OPPORTUNITIES'] ?? 100_000);

await measureList({
  bench: 'opportunities',
  ratio: 'p50_100k_over_1k',
  query: `query Opportunities($filter: OpportunityFilter, $first: Int, $after: String) {
    list: opportunities(filter: $filter, first: $first, after: $after) {
      edges { node {
        id slug kind title language pay { unit min { amountMinor currency } max { amountMinor } } hoursPerWeek remote place
        idNeeded backgroundCheck trainingPaid childcareHours harmTags isPublic publishedAt businessName businessCity
      } }
      pageInfo { hasNextPage endCursor }
      totalCount totalIsCapped
    }
  }`,
  few: 1_000,
  many,
  deepPage: chooseDeepPage(1_000, many),
  make: manyOpportunities,
  rowBefore:
    'SELECT published_at AS at, id FROM opportunities.opportunity ORDER BY published_at DESC, id DESC OFFSET $1 LIMIT 1',
  others: {
    'no ID, no background check': { filter: { barriers: ['NO_ID', 'NO_BACKGROUND_CHECK'] } },
    'by a rare place': { filter: { place: `${many - 7} main` } },
    'by a common word': { filter: { search: 'bread' } },
  },
  rounds: Number(process.env['BENCH_ROUNDS'] ?? 15),
  requests: 40,
});
