import { Button, NativeSelect, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { Section } from '../parts/ui/section';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { planMutation, type AskDetails } from './queries';

export function AskPlan({ ask }: { ask: AskDetails }) {
  const today = useToday();
  const { t } = useWords('schools');
  const labels = t.schools;
  const plan = useChange(planMutation, { quiet: true, success: () => labels.planned });
  const clear = useChange(planMutation, { success: () => labels.planCleared });
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
      title={labels.plan}
      lead={labels.planLead}
      actions={
        ask.nextStep && (
          <Button
            variant="default"
            size="compact-md"
            loading={clear.isPending}
            onClick={() => clear.mutate({ input: { id: ask.id, ownerId: ask.ownerId } })}
          >
            {labels.planDone}
          </Button>
        )
      }
    >
      <Form form={form} submitLabel={labels.planSave} pendingLabel={labels.planSaving}>
        <TextInput label={labels.planText} {...form.field('nextStep')} />
        <TextInput type="date" min={today} label={labels.nextStepOn} {...form.field('nextStepOn')} />
        <NativeSelect
          label={labels.owner}
          data={[
            { value: '', label: labels.noOwner },
            ...ask.owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.field('ownerId')}
        />
      </Form>
    </Section>
  );
}
