import { graphql, type ResultOf } from '@upstander/api-client';

export const serviceImportsQuery = graphql(`
  query ServiceImports {
    serviceImports {
      id
      fileName
      status
      rowsNew
      rowsChanged
      rowsUnchanged
      rowsRefused
      importedByName
      createdAt
    }
  }
`);

export const serviceImportQuery = graphql(`
  query ServiceImport($id: ID!) {
    serviceImport(id: $id) {
      id
      fileName
      status
      problem
      rowsTotal
      rowsRead
      rowsNew
      rowsChanged
      rowsUnchanged
      rowsRefused
      rowsWritten
      faults {
        row
        field
        problem
      }
      preview {
        row
        hsdsId
        name
        isNew
        changed
      }
    }
  }
`);
export type ServiceImportData = ResultOf<typeof serviceImportQuery>['serviceImport'];

export const runServiceImportMutation = graphql(`
  mutation RunServiceImport($input: RunServiceImportInput!) {
    runServiceImport(input: $input) {
      id
    }
  }
`);
