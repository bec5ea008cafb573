import { Button } from '@mantine/core';
import { limits, models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { Section } from '../parts/ui/section';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { planMutation, type AskDetails } from './queries';

export function AskPlan({ ask }: { ask: AskDetails }) {
  const today = useToday();
  const { t, labels } = useWords('schools');
  const savePlan = useChange(planMutation, { quiet: true, success: () => labels.planned });
  const clearPlan = useChange(planMutation, { success: () => labels.planCleared });
  const form = useModelForm(models.PlanSchoolAskInput, ask, {
    omit: ['id'],
    labels: { ...labels, nextStep: t.schools.plan, ownerId: labels.owner, ownerIdNone: labels.noOwner },
    limits: limits.Ask,
    change: savePlan,
    send: (input) => savePlan.mutate({ input: { ...input, id: ask.id } }),
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
            loading={clearPlan.isPending}
            onClick={() => clearPlan.mutate({ input: { id: ask.id, ownerId: ask.ownerId } })}
          >
            {labels.planDone}
          </Button>
        )
      }
    >
      <Form form={form} submitLabel={t.common.save} pendingLabel={labels.planSaving}>
        <FormField form={form} name="nextStep" />
        <FormField form={form} name="nextStepOn" min={today} />
        <FormField
          form={form}
          name="ownerId"
          choices={ask.owners.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </Section>
  );
}
