import { graphql } from '@upstander/api-client';

export const submitMutation = graphql(`
  mutation SubmitCampaign($input: CampaignIdInput!) {
    submitCampaign(input: $input) {
      id
    }
  }
`);

export const approveMutation = graphql(`
  mutation ApproveCampaign($input: CampaignIdInput!, $readAt: DateTime) {
    approveCampaign(input: $input, readAt: $readAt) {
      id
    }
  }
`);

export const requestChangesMutation = graphql(`
  mutation RequestCampaignChanges($input: CampaignNoteInput!) {
    requestCampaignChanges(input: $input) {
      id
    }
  }
`);

export const refuseMutation = graphql(`
  mutation RefuseCampaign($input: CampaignNoteInput!) {
    refuseCampaign(input: $input) {
      id
    }
  }
`);

export const pauseMutation = graphql(`
  mutation PauseCampaign($input: CampaignNoteInput!) {
    pauseCampaign(input: $input) {
      id
    }
  }
`);

export const resumeMutation = graphql(`
  mutation ResumeCampaign($input: CampaignIdInput!) {
    resumeCampaign(input: $input) {
      id
    }
  }
`);

export const endMutation = graphql(`
  mutation EndCampaign($input: CampaignIdInput!) {
    endCampaign(input: $input) {
      id
    }
  }
`);

export const deleteMutation = graphql(`
  mutation DeleteCampaign($id: ID!) {
    deleteCampaign(id: $id) {
      ok
    }
  }
`);
