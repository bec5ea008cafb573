import type { UseQueryResult } from '@tanstack/react-query';
import { explain } from '../../api/explain';
import { useWords } from '../../words/words';
import { notify } from '../notifications/notify';

/** The previous state stays visible. */
export function useReloadRecord({ refetch }: Pick<UseQueryResult, 'refetch'>): () => void {
  const { t, words, locale } = useWords();
  return () => {
    void refetch().then(({ error }) => {
      if (error) notify.failure(t.common.failed, explain(words, locale, error));
    });
  };
}
