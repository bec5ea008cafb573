import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Queries are typed by the text of schema.graphql; scalars travel as text. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    DateTime: string;
    LocalDate: string;
    LocalDateTime: string;
    TimeZone: string;
    EmailAddress: string;
    PhoneNumber: string;
    MinorUnits: number | string;
  };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
