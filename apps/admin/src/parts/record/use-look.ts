import type { UseQueryResult } from '@tanstack/react-query';
import { explain } from '../../api/explain';
import { useWords } from '../../words/words';
import { notify } from '../ui/notify';

/** Reads a record again because somebody asked for it, and says so when that failed: the old state stays in sight. */
export function useLook({ refetch }: Pick<UseQueryResult, 'refetch'>): () => void {
  const { t, words, locale } = useWords();
  return () => {
    void refetch().then(({ error }) => {
      if (error) notify.failure(t.common.failed, explain(words, locale, error));
    });
  };
}
