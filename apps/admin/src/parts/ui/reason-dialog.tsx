import type { TadaDocumentNode } from '@upstander/api-client';
import { ConfirmChange } from './confirm';

type Labels = Record<'title' | 'text' | 'submit' | 'done', string>;

interface ReasonDialogProps<Step extends string> {
  id: string;
  step: Step | null;
  mutations: Readonly<Record<Step, TadaDocumentNode<unknown, { input: { id: string; reason: string } }>>>;
  words: Readonly<Record<Step, Labels> & Record<'reason' | 'reasonHint', string>>;
  onClose: () => void;
}

export function ReasonDialog<Step extends string>({ id, step, mutations, words, onClose }: ReasonDialogProps<Step>) {
  if (!step) return null;
  const { title, text, submit, done } = words[step];
  return (
    <ConfirmChange
      key={step}
      onClose={onClose}
      title={title}
      text={text}
      reason={{ label: words.reason, hint: words.reasonHint, required: true, maxLength: 2000 }}
      submitLabel={submit}
      mutation={mutations[step]}
      variables={(reason) => ({ input: { id, reason } })}
      successMessage={done}
    />
  );
}
