import { ask } from './ask.ts';

/** A page of upcoming events with the open spots of their shifts. */
interface Page {
  events: {
    edges: { node: { title: string; startsAt: string; shifts: { role: string; placesLeft: number }[] } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

let after: string | null = null;
do {
  const { events }: Page = await ask<Page>(
    `query NextEvents($after: String) {
      events(first: 50, after: $after) {
        edges { node { title startsAt shifts { role placesLeft } } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    { after },
  );
  for (const { node } of events.edges) {
    console.log(
      node.startsAt,
      node.title,
      node.shifts.map(({ role, placesLeft }) => `${role}: ${placesLeft}`).join(', '),
    );
  }
  after = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null;
} while (after);
