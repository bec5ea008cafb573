import { graphql, type FragmentOf, type ResultOf } from '@upstander/api-client';

export const RegistrationFormFacts = graphql(`
  fragment RegistrationFormFacts on RegistrationForm @_unmask {
    eventId
    phase
    placesLeft
    maxParty
    opensAt
    giftCampaignId
    questions {
      id
      label
      kind
      isRequired
      choices
    }
  }
`);
export type RegistrationFormData = FragmentOf<typeof RegistrationFormFacts>;
export type QuestionData = RegistrationFormData['questions'][number];

export const OneRegistrationForm = graphql(
  `
    query OneRegistrationForm($event: ID!) {
      registrationForm(eventId: $event) {
        ...RegistrationFormFacts
      }
    }
  `,
  [RegistrationFormFacts],
);

export const GiftCampaign = graphql(`
  query GiftCampaign($id: ID!) {
    campaigns(filter: { id: $id, ended: false }, first: 1) {
      edges {
        node {
          slug
          title
          language
          currency
          suggestedAmounts {
            amountMinor
            text
            textEs
          }
        }
      }
    }
  }
`);
export type GiftCampaignData = ResultOf<typeof GiftCampaign>['campaigns']['edges'][number]['node'];

export const RegisterForEvent = graphql(`
  mutation RegisterForEvent($input: RegisterInput!) {
    registerForEvent(input: $input) {
      status
      party
      position
      addressConfirmed
    }
  }
`);

const RegistrationFacts = graphql(
  `
    fragment RegistrationFacts on MyRegistration @_unmask {
      name
      status
      party
      position
      expiresAt
      answers {
        questionId
        value
      }
      event {
        slug
        title
        status
        languages
        startsAt
        endsAt
        timeZone
        online
        onlineUrl
        place
      }
      form {
        ...RegistrationFormFacts
      }
    }
  `,
  [RegistrationFormFacts],
);
export type RegistrationData = FragmentOf<typeof RegistrationFacts>;

export const OneRegistration = graphql(
  `
    query OneRegistration($token: String!) {
      myRegistration(token: $token) {
        ...RegistrationFacts
      }
    }
  `,
  [RegistrationFacts],
);
export const ConfirmRegistration = graphql(`
  mutation ConfirmRegistration($input: RegistrationTokenInput!) {
    confirmRegistration(input: $input) {
      status
    }
  }
`);
export const ChangeRegistration = graphql(`
  mutation ChangeRegistration($input: ChangeRegistrationInput!) {
    changeRegistration(input: $input) {
      status
    }
  }
`);
export const CancelRegistration = graphql(`
  mutation CancelRegistration($input: RegistrationTokenInput!) {
    cancelRegistration(input: $input) {
      status
    }
  }
`);
