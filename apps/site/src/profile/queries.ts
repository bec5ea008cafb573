import { graphql, type ResultOf } from '@upstander/api-client';

const TermWords = graphql(`
  fragment TermWords on VolunteerTerm @_unmask {
    id
    kind
    name
    nameEs
  }
`);

export const MyProfile = graphql(
  `
    query MyProfile {
      me {
        email
        name
        volunteer {
          name
          preferredName
          phone
          locale
          languages
          homeChapterId
          postcode
          skillIds
          interestIds
          skills {
            ...TermWords
          }
          interests {
            ...TermWords
          }
          availability {
            weekday
            from
            until
          }
          accessibilityNeeds
          birthYear
          minor
          showsNameToPeers
          getsMessages
          version
          emergencyContact {
            name
            phone
            relation
          }
        }
      }
      volunteerTerms {
        ...TermWords
      }
      chapters {
        id
        name
      }
    }
  `,
  [TermWords],
);

export type MyProfileData = ResultOf<typeof MyProfile>;
export type TermData = MyProfileData['volunteerTerms'][number];

export const UpdateMyVolunteer = graphql(`
  mutation UpdateMyVolunteer($input: MyVolunteerInput!) {
    updateMyVolunteer(input: $input) {
      version
    }
  }
`);
