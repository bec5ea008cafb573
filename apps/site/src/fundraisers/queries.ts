import { graphql, type ResultOf } from '@upstander/api-client';

export const StartFundraiser = graphql(`
  mutation StartFundraiser($input: StartFundraiserInput!) {
    startFundraiser(input: $input) {
      ok
    }
  }
`);

export const MyFundraiser = graphql(`
  query MyFundraiser($token: String!) {
    myFundraiser(token: $token) {
      id
      status
      reviewNote
      title
      summary
      story
      storyHtml
      language
      ownerName: organizerName
      edit {
        title
        summary
        story
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
      timeZone
      endsOn
      canEditText
      editable
      mayPostUpdates
      updates {
        id
        title
        body
        status
        writtenAt
      }
      publicUrl
    }
  }
`);
export type MyFundraiserData = NonNullable<ResultOf<typeof MyFundraiser>['myFundraiser']>;

export const ConfirmFundraiser = graphql(`
  mutation ConfirmFundraiser($input: FundraiserTokenInput!) {
    confirmFundraiser(input: $input) {
      id
    }
  }
`);

export const EditMyFundraiser = graphql(`
  mutation EditMyFundraiser($input: EditMyFundraiserInput!) {
    editMyFundraiser(input: $input) {
      status
      edit {
        at
      }
    }
  }
`);

export const PostMyUpdate = graphql(`
  mutation PostMyUpdate($input: PostMyUpdateInput!) {
    postMyUpdate(input: $input) {
      id
    }
  }
`);

/** Default currency, for pages without a fundraiser. */
export const UsualCurrency = graphql(`
  query UsualCurrency {
    organization {
      currencies
    }
  }
`);
