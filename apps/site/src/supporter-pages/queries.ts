import { graphql, type ResultOf } from '@upstander/api-client';
import { campaignCard } from '../campaigns/campaign-card';
import { PageLine } from '../campaigns/queries';

export const PageStart = graphql(
  `
    query PageStart($slug: String!, $team: String!) {
      campaignPage(campaignSlug: $slug, slug: $team) {
        ...PageLine
      }
      campaign(slug: $slug) {
        ...CampaignCard
        currency
        pages {
          ...PageLine
        }
      }
    }
  `,
  [campaignCard, PageLine],
);
export type PageStartData = NonNullable<ResultOf<typeof PageStart>['campaign']>;

export const StartPage = graphql(`
  mutation StartPage($input: StartPageInput!) {
    startPage(input: $input) {
      ok
    }
  }
`);

export const MyPage = graphql(`
  query MyPage($token: String!) {
    myPage(token: $token) {
      id
      status
      kind
      title
      story
      storyHtml
      ownerName
      photo {
        alt
      }
      edit {
        title
        story
        photo {
          alt
        }
        at
        note
      }
      giftMails
      currency
      goal {
        amountMinor
        currency
      }
      raised {
        amountMinor
        currency
      }
      giftCount
      campaignSlug
      campaignTitle
      canEditText
      publicUrl
    }
  }
`);
export type MyPageData = NonNullable<ResultOf<typeof MyPage>['myPage']>;

export const ConfirmPage = graphql(`
  mutation ConfirmPage($input: PageTokenInput!) {
    confirmPage(input: $input) {
      id
    }
  }
`);

export const EditMyPage = graphql(`
  mutation EditMyPage($input: EditMyPageInput!) {
    editMyPage(input: $input) {
      id
    }
  }
`);

export const RemoveMyPagePhoto = graphql(`
  mutation RemoveMyPagePhoto($input: PageTokenInput!) {
    removeMyPagePhoto(input: $input) {
      id
    }
  }
`);
