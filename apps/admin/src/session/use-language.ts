import { graphql } from '@upstander/api-client';
import type { Locale } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { useWords } from '../words/words';

const setMyLocaleMutation = graphql(`
  mutation SetMyLocale($locale: Locale!) {
    setMyLocale(locale: $locale) {
      id
    }
  }
`);

/** Also stores the language in the account, for emails and other devices. */
export function useLanguage(onSaved?: () => void): (locale: Locale) => void {
  const { setLocale } = useWords();
  const save = useChange(setMyLocaleMutation, { onDone: () => onSaved?.() });
  return (locale) => {
    setLocale(locale);
    save.mutate({ locale: locale === 'es' ? 'ES' : 'EN' });
  };
}
