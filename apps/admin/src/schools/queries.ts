import { graphql, type ResultOf } from '@upstander/api-client';

export const schoolAskRow = graphql(`
  fragment SchoolAskRow on SchoolAsk @_unmask {
    id
    school
    city
    status
    ownerName
    nextStep
    nextStepOn
    isDue
  }
`);

export const boardQuery = graphql(
  `
    query SchoolBoard($filter: SchoolAskFilter) {
      schoolAsks(filter: $filter, first: 100) {
        edges {
          node {
            ...SchoolAskRow
            nextStatuses
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [schoolAskRow],
);
export type BoardAsk = ResultOf<typeof boardQuery>['schoolAsks']['edges'][number]['node'];
export type AskStatus = BoardAsk['status'];

export const advanceMutation = graphql(`
  mutation AdvanceSchoolAsk($input: AdvanceSchoolAskInput!) {
    advanceSchoolAsk(input: $input) {
      id
      status
    }
  }
`);

export const askQuery = graphql(
  `
    query SchoolAskPage($id: ID!, $locale: Locale!) {
      schoolAsk(id: $id) {
        ...SchoolAskRow
        districtName
        isFictional
        nextStatuses
        asker
        name
        email
        letterEn
        letterEs
        letterSender
        chapterId
        chapterName
        ownerId
        students
        createdAt
        owners {
          id
          name
        }
        contacts {
          id
          name
          role
          email
          phone
        }
        notes {
          id
          body
          author
          mayDelete
          createdAt
        }
        documents {
          id
          fileName
          url
          by
          createdAt
        }
        lessons {
          id
          taughtOn
          students
          curriculum
        }
        shiftIds
        statutes(locale: $locale) {
          name
          year
          asks
          url
        }
        events {
          kind
          fromStatus
          toStatus
          detail
          by
          at
        }
      }
    }
  `,
  [schoolAskRow],
);
export type AskDetails = NonNullable<ResultOf<typeof askQuery>['schoolAsk']>;

export const createAskMutation = graphql(`
  mutation CreateSchoolAsk($input: CreateSchoolAskInput!) {
    createSchoolAsk(input: $input) {
      id
    }
  }
`);

export const findSchoolsQuery = graphql(`
  query PickSchool($search: String!) {
    findSchools(search: $search) {
      id
      name
      city
    }
  }
`);

export const planMutation = graphql(`
  mutation PlanSchoolAsk($input: PlanSchoolAskInput!) {
    planSchoolAsk(input: $input) {
      id
    }
  }
`);

export const giveMutation = graphql(`
  mutation GiveSchoolAsk($id: ID!, $chapterId: ID) {
    moveSchoolAsk(id: $id, chapterId: $chapterId) {
      id
    }
  }
`);

export const addContactMutation = graphql(`
  mutation AddSchoolContact($id: ID!, $input: SchoolContactInput!) {
    addSchoolContact(id: $id, input: $input) {
      id
    }
  }
`);

export const updateContactMutation = graphql(`
  mutation UpdateSchoolContact($id: ID!, $input: SchoolContactInput!) {
    updateSchoolContact(id: $id, input: $input) {
      id
    }
  }
`);

export const deleteContactMutation = graphql(`
  mutation DeleteSchoolContact($id: ID!) {
    deleteSchoolContact(id: $id) {
      id
    }
  }
`);

export const addNoteMutation = graphql(`
  mutation AddSchoolNote($id: ID!, $body: String!) {
    addSchoolNote(id: $id, body: $body) {
      id
    }
  }
`);

export const deleteNoteMutation = graphql(`
  mutation DeleteSchoolNote($id: ID!) {
    deleteSchoolNote(id: $id) {
      id
    }
  }
`);

export const deleteDocumentMutation = graphql(`
  mutation DeleteSchoolDocument($id: ID!) {
    deleteSchoolDocument(id: $id) {
      id
    }
  }
`);

export const recordLessonMutation = graphql(`
  mutation RecordSchoolLesson($id: ID!, $input: SchoolLessonInput!) {
    recordSchoolLesson(id: $id, input: $input) {
      id
    }
  }
`);

export const deleteLessonMutation = graphql(`
  mutation DeleteSchoolLesson($id: ID!) {
    deleteSchoolLesson(id: $id) {
      id
    }
  }
`);

export const linkShiftMutation = graphql(`
  mutation LinkSchoolShift($id: ID!, $shiftId: ID!, $linked: Boolean!) {
    linkSchoolShift(id: $id, shiftId: $shiftId, linked: $linked) {
      id
    }
  }
`);

export const shiftsQuery = graphql(`
  query SchoolShifts {
    events(first: 100) {
      edges {
        node {
          id
          title
          timeZone
          shifts {
            id
            role
            startsAt
            endsAt
          }
        }
      }
    }
  }
`);

export const reportQuery = graphql(`
  query SchoolReport($from: LocalDate!, $to: LocalDate!, $chapterId: ID) {
    schoolReport(from: $from, to: $to, chapterId: $chapterId) {
      steps {
        status
        districts
      }
      quarters {
        start
        asks
        students
        protocols
      }
      chapters {
        start
        chapterName
        asks
        students
        protocols
      }
    }
  }
`);
export type SchoolReportData = ResultOf<typeof reportQuery>['schoolReport'];
