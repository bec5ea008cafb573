import { graphql, type ResultOf } from '@upstander/api-client';
import { useRead } from '../api/use-api';
import { termName } from '../parts/forms/terms-field';
import { useWords } from '../words/words';

const optionsQuery = graphql(`
  query CredentialTypes {
    credentialTypes {
      id
      kind
      name
      nameEs
    }
  }
`);

type Kind = ResultOf<typeof optionsQuery>['credentialTypes'][number]['kind'];

/** Returns the types that aren't retired, as choices of a field. */
export function useTypeOptions(kind?: Kind): Array<{ value: string; label: string }> {
  const { locale } = useWords();
  const types = useRead(optionsQuery, {}).data?.credentialTypes ?? [];
  return types
    .filter((type) => !kind || type.kind === kind)
    .map((type) => ({ value: type.id, label: termName(locale, type) }));
}
