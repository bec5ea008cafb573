import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/ask';
import { explain } from '../api/explain';
import { notify } from '../parts/ui/notify';
import { useWords } from '../words/words';
import { retryMailMutation, type MailLogData, type MailRow } from './queries';

/** Queues a mail again. The row says so at once, and goes back to what it was should the API refuse. */
export function useRetry(): (mail: MailRow) => void {
  const { t, words, locale } = useWords();
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: (mail: MailRow) => ask(retryMailMutation, { id: mail.id }),
    onMutate: async (mail) => {
      await client.cancelQueries({ queryKey: ['MailLog'] });
      const before = client.getQueriesData<MailLogData>({ queryKey: ['MailLog'] });
      client.setQueriesData<MailLogData>({ queryKey: ['MailLog'] }, (data) => data && queued(data, mail.id));
      return { before };
    },
    onSuccess: (_, mail) => notify.success(t.mailLog.retried({ recipient: mail.recipient })),
    onError: (error, _mail, context) => {
      for (const [key, data] of context?.before ?? []) client.setQueryData(key, data);
      notify.failure(t.common.failed, explain(words, locale, error));
    },
  });
  return (mail) => retry.mutate(mail);
}

function queued(data: MailLogData, id: string): MailLogData {
  const edges = data.mailLog.edges.map((edge) =>
    edge.node.id === id ? { ...edge, node: { ...edge.node, status: 'DUE' as const, lastError: null } } : edge,
  );
  return { ...data, mailLog: { ...data.mailLog, edges } };
}
