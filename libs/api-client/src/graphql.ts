import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Documents are typed by the text of schema.graphql; scalars travel as text, but for amounts. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    DateTime: string;
    LocalDate: string;
    LocalDateTime: string;
    TimeZone: string;
    EmailAddress: string;
    PhoneNumber: string;
    /** A number while that is exact, else text. */
    MinorUnits: number | string;
  };
}>();

export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';

type FieldsOf<Name extends 'Query' | 'Mutation'> = keyof introspection['types'][Name]['fields'];
/** What the API can be asked for, by its names. */
export type OperationName = FieldsOf<'Query'> | FieldsOf<'Mutation'>;
