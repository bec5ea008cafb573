import { graphql } from '@upstander/api-client';

export const TalkKey = graphql(`
  query TalkKey {
    consultationKey {
      keyId
      publicKey
    }
  }
`);

export const AskForTalk = graphql(`
  mutation AskForTalk($input: RequestConsultationInput!) {
    requestConsultation(input: $input) {
      replyCode
    }
  }
`);
