import { graphql, type ResultOf } from '@upstander/api-client';

export const serviceImportRow = graphql(`
  fragment ServiceImportRow on ServiceImport @_unmask {
    id
    fileName
    status
    rowsNew
    rowsChanged
    rowsUnchanged
    rowsRefused
  }
`);

export const serviceImportsQuery = graphql(
  `
    query ServiceImports {
      serviceImports {
        ...ServiceImportRow
        importedByName
        createdAt
      }
    }
  `,
  [serviceImportRow],
);

export const serviceImportQuery = graphql(
  `
    query ServiceImport($id: ID!) {
      serviceImport(id: $id) {
        ...ServiceImportRow
        problem
        rowsTotal
        rowsRead
        rowsWritten
        skippedFiles
        faults {
          row
          field
          problem
          kept
        }
        preview {
          row
          name
          isNew
          changed
        }
      }
    }
  `,
  [serviceImportRow],
);
export type ServiceImportData = ResultOf<typeof serviceImportQuery>['serviceImport'];

export const runServiceImportMutation = graphql(`
  mutation RunServiceImport($input: RunServiceImportInput!) {
    runServiceImport(input: $input) {
      id
    }
  }
`);
