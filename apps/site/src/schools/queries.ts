import { directoryEntry, graphql, type ResultOf } from '@upstander/api-client';

export const Statutes = graphql(`
  query SchoolStatutes($locale: Locale!) {
    schoolStatutes(locale: $locale) {
      name
      year
      asks
      publisher
      url
    }
  }
`);

export const FindSchools = graphql(
  `
    query FindSchools($search: String!) {
      findSchools(search: $search) {
        ...DirectoryEntryRow
      }
    }
  `,
  [directoryEntry],
);
export type FoundSchool = ResultOf<typeof FindSchools>['findSchools'][number];

export const OneSchool = graphql(`
  query OneSchool($id: ID!) {
    directoryEntry(id: $id) {
      id
      name
      city
    }
  }
`);

export const RequestSchoolTalk = graphql(`
  mutation RequestSchoolTalk($input: RequestSchoolTalkInput!) {
    requestSchoolTalk(input: $input) {
      ok
    }
  }
`);

export const StartSchoolAsk = graphql(`
  mutation StartSchoolAsk($input: StartSchoolAskInput!) {
    startSchoolAsk(input: $input) {
      ok
    }
  }
`);

export const MySchoolAsk = graphql(`
  query MySchoolAsk($token: String!) {
    mySchoolAsk(token: $token) {
      school
      city
      status
      letterEn
      letterEs
      letterSender
      mayEdit
      steps {
        status
        at
      }
    }
  }
`);
export type MySchoolAskData = NonNullable<ResultOf<typeof MySchoolAsk>['mySchoolAsk']>;

export const ConfirmSchoolAsk = graphql(`
  mutation ConfirmSchoolAsk($input: SchoolAskTokenInput!) {
    confirmSchoolAsk(input: $input) {
      status
    }
  }
`);

export const EditSchoolLetter = graphql(`
  mutation EditSchoolLetter($input: EditSchoolLetterInput!) {
    editSchoolLetter(input: $input) {
      status
    }
  }
`);

export const SendSchoolLetter = graphql(`
  mutation SendSchoolLetter($input: SchoolAskTokenInput!) {
    sendSchoolLetter(input: $input) {
      status
    }
  }
`);

export const WithdrawSchoolAsk = graphql(`
  mutation WithdrawSchoolAsk($input: SchoolAskTokenInput!) {
    withdrawSchoolAsk(input: $input) {
      ok
    }
  }
`);
