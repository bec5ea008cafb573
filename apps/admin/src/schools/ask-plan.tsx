import { Button, NativeSelect, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { Section } from '../parts/ui/section';
import { useToday } from '../parts/ui/settings';
import { useWords } from '../words/words';
import { planMutation, type AskDetails } from './queries';

/** Who looks after it, and what comes next on which day. */
export function AskPlan({ ask }: { ask: AskDetails }) {
  const today = useToday();
  const { t } = useWords('schools');
  const say = t.schools;
  const plan = useChange(planMutation, { quiet: true, success: () => say.planned });
  const clear = useChange(planMutation, { success: () => say.planCleared });
  const form = useMutationForm({
    initial: { ownerId: ask.ownerId ?? '', nextStep: ask.nextStep ?? '', nextStepOn: ask.nextStepOn ?? '' },
    limits: limits.Ask,
    change: plan,
    send: ({ ownerId, nextStep, nextStepOn }) =>
      plan.mutate({
        input: { id: ask.id, ownerId: ownerId || null, nextStep: nextStep || null, nextStepOn: nextStepOn || null },
      }),
  });
  return (
    <Section
      title={say.plan}
      lead={say.planLead}
      actions={
        ask.nextStep && (
          <Button
            variant="default"
            size="compact-md"
            loading={clear.isPending}
            onClick={() => clear.mutate({ input: { id: ask.id, ownerId: ask.ownerId } })}
          >
            {say.planDone}
          </Button>
        )
      }
    >
      <Form form={form} submit={say.planSave} working={say.planSaving}>
        <TextInput label={say.planText} {...form.field('nextStep')} />
        <TextInput type="date" min={today} label={say.nextStepOn} {...form.field('nextStepOn')} />
        <NativeSelect
          label={say.owner}
          data={[{ value: '', label: say.noOwner }, ...ask.owners.map(({ id, name }) => ({ value: id, label: name }))]}
          {...form.field('ownerId')}
        />
      </Form>
    </Section>
  );
}
