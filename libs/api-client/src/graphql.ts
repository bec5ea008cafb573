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
