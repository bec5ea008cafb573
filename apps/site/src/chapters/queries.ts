import { graphql, type ResultOf } from '@upstander/api-client';
import { campaignCard } from '../campaigns/campaign-card';
import { EventCard } from '../events/queries';

export const Chapters = graphql(`
  query Chapters {
    chapters {
      id
      slug
      name
      city
    }
  }
`);
export type ChapterData = ResultOf<typeof Chapters>['chapters'][number];

export const ChapterPlaces = graphql(`
  query ChapterPlaces {
    organization {
      country
    }
    chapterPlaces {
      slug
      name
      latitude
      longitude
    }
  }
`);

export const OneChapter = graphql(
  `
    query OneChapter($slug: String!) {
      chapters {
        id
        slug
        name
        city
        meetingPlace
      }
      chapterPeople(slug: $slug) {
        name
        roleEn
        roleEs
      }
      events(filter: { chapter: $slug }, first: 6) {
        edges {
          node {
            ...EventCard
          }
        }
        pageInfo {
          hasNextPage
        }
      }
      campaigns(filter: { chapter: $slug, ended: false }, first: 2) {
        edges {
          node {
            ...CampaignCard
          }
        }
      }
    }
  `,
  [EventCard, campaignCard],
);
