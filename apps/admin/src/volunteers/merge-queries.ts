import { graphql } from '@upstander/api-client';

export const duplicatesQuery = graphql(`
  query VolunteerDuplicates($volunteerId: ID) {
    volunteerDuplicates(volunteerId: $volunteerId) {
      id
      reason
      duplicate {
        id
        name
        email
        phone
      }
      original {
        id
        name
        email
        phone
      }
    }
  }
`);

const side = graphql(`
  fragment MergeSide on VolunteerProfile @_unmask {
    id
    name
    email
    phone
    version
    tags
    createdAt
    activeAt
    homeChapter {
      id
      name
    }
  }
`);

export const mergePreviewQuery = graphql(
  `
    query VolunteerMergePreview($keptId: ID!, $mergedId: ID!) {
      volunteerMergePreview(keptId: $keptId, mergedId: $mergedId) {
        kept {
          ...MergeSide
        }
        merged {
          ...MergeSide
        }
        fields
        moves {
          part
          moves
          skipped
          conflicts
        }
      }
    }
  `,
  [side],
);

export const mergeMutation = graphql(`
  mutation MergeVolunteers($input: MergeVolunteersInput!) {
    mergeVolunteers(input: $input) {
      id
    }
  }
`);

export const undoMergeMutation = graphql(`
  mutation UndoVolunteerMerge($id: ID!) {
    undoVolunteerMerge(id: $id) {
      id
    }
  }
`);
