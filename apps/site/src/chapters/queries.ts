import { graphql, type ResultOf } from '@upstander/api-client';
import { campaignCard } from '../campaigns/campaign-card';
import { EventCard } from '../events/queries';
import { pagePhotos } from '../photos/queries';

export const chapterNames = graphql(`
  fragment ChapterNames on Query @_unmask {
    chapters {
      id
      slug
      name
      city
    }
  }
`);

export const Chapters = graphql(
  `
    query Chapters {
      ...ChapterNames
    }
  `,
  [chapterNames],
);
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
    query OneChapter($slug: String!, $page: String!) {
      chapters {
        id
        slug
        name
        city
        meetingPlace
      }
      chapterPeople(slug: $slug) {
        id
        name
        roleEn
        roleEs
      }
      events(filter: { chapter: $slug, oncePerSeries: true }, first: 6) {
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
      ...PagePhotos
    }
  `,
  [EventCard, campaignCard, pagePhotos],
);
