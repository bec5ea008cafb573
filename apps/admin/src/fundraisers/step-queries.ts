import { graphql } from '@upstander/api-client';

export const submitMutation = graphql(`
  mutation SubmitCampaign($input: CampaignIdInput!) {
    submitCampaign(input: $input) {
      id
      status
    }
  }
`);

export const approveMutation = graphql(`
  mutation ApproveCampaign($input: CampaignIdInput!, $readAt: DateTime) {
    approveCampaign(input: $input, readAt: $readAt) {
      id
      status
    }
  }
`);

export const requestChangesMutation = graphql(`
  mutation RequestCampaignChanges($input: CampaignNoteInput!) {
    requestCampaignChanges(input: $input) {
      id
      status
    }
  }
`);

export const refuseMutation = graphql(`
  mutation RefuseCampaign($input: CampaignNoteInput!) {
    refuseCampaign(input: $input) {
      id
      status
    }
  }
`);

export const pauseMutation = graphql(`
  mutation PauseCampaign($input: CampaignNoteInput!) {
    pauseCampaign(input: $input) {
      id
      status
    }
  }
`);

export const resumeMutation = graphql(`
  mutation ResumeCampaign($input: CampaignIdInput!) {
    resumeCampaign(input: $input) {
      id
      status
    }
  }
`);

export const endMutation = graphql(`
  mutation EndCampaign($input: CampaignIdInput!) {
    endCampaign(input: $input) {
      id
      status
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
