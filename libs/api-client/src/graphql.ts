import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Types documents by schema.graphql. Scalars are strings in JSON, except amounts. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    DateTime: string;
    LocalDate: string;
    LocalDateTime: string;
    TimeZone: string;
    EmailAddress: string;
    PhoneNumber: string;
    /** A number if exact, otherwise a string. */
    MinorUnits: number | string;
  };
}>();

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';

type FieldsOf<Name extends 'Query' | 'Mutation'> = keyof introspection['types'][Name]['fields'];
export type OperationName = FieldsOf<'Query'> | FieldsOf<'Mutation'>;
