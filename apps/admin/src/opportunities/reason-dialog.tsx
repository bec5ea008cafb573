import { useChange } from '../api/use-api';
import { Confirm } from '../parts/confirm';
import { useWords } from '../words/words';
import { refuseMutation, requestChangesMutation, takeDownMutation } from './queries';

export type ReasonStep = 'changes' | 'refuse' | 'takeDown';

const mutations = { changes: requestChangesMutation, refuse: refuseMutation, takeDown: takeDownMutation } as const;

interface ReasonDialogProps {
  id: string;
  step: ReasonStep | null;
  onClose: () => void;
}

/** A step that needs a word to the business, which reads it as it is written. */
export function ReasonDialog({ id, step, onClose }: ReasonDialogProps) {
  return step && <Asking key={step} id={id} step={step} onClose={onClose} />;
}

function Asking({ id, step, onClose }: ReasonDialogProps & { step: ReasonStep }) {
  const { steps } = useWords().t.opportunities;
  const say = steps[step];
  // Each of them takes the same input; only what it is called differs.
  const change = useChange(mutations[step] as typeof refuseMutation, {
    quiet: true,
    success: () => say.done,
    onDone: onClose,
  });
  return (
    <Confirm
      opened
      onClose={onClose}
      title={say.title}
      text={say.text}
      reason={{ label: steps.reason, hint: steps.reasonHint, required: true, most: 2000 }}
      submit={say.submit}
      working={steps.working}
      pending={change.isPending}
      error={change.error}
      onConfirm={(reason) => change.mutate({ input: { id, reason } })}
    />
  );
}
