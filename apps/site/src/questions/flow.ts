import type { Catalog } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { contactErrors, isVisibleToOthers, questionForm, type Answers } from './answers';

export type Step = 'name' | 'reach' | 'leave' | 'note' | 'language';

/** Current position: before the first question, at a question, or at the summary. */
export interface FlowPosition {
  step: Step | 'start' | 'check';
  answers: Answers;
  errors: FormError[];
  /** True if the user came from the summary and returns there. */
  returning: boolean;
}

/** Returns the questions for these answers. "May we leave a message?" depends on the channel. */
export function stepsOf(flow: readonly Step[], answers: Answers): Step[] {
  return flow.filter((step) => step !== 'leave' || isVisibleToOthers(answers));
}

/**
 * Returns the next page for the pressed button, or `send` when all answers are complete.
 * All steps share one address and nothing is stored, so only the form counts.
 */
export function advanceFlow(
  flow: readonly Step[],
  answers: Answers,
  form: FormData,
  words: Catalog,
): FlowPosition | 'send' {
  const steps = stepsOf(flow, answers);
  const at = steps.find((step) => step === form.get('at'));
  const go = String(form.get('go') ?? 'next');
  const returning = form.get('returning') === '1';
  const to = (step: FlowPosition['step'], more: Partial<FlowPosition> = {}): FlowPosition => ({
    step,
    answers,
    errors: [],
    returning: false,
    ...more,
  });
  const here = at ?? (form.get('at') === 'check' ? 'check' : 'start');
  if (go === 'again') return to(here, { returning });
  if (go === 'back') return to(returning ? 'check' : before(steps, here));
  const changed = steps.find((step) => go === `to-${step}`);
  if (changed) return to(changed, { returning: true });
  if (go === 'send') {
    const wrong = steps.find((step) => errorsOf(step, answers, words).length > 0);
    return wrong ? to(wrong, { errors: errorsOf(wrong, answers, words), returning: true }) : 'send';
  }
  if (!at) return to(here === 'check' ? 'check' : (steps[0] ?? 'check'));
  const errors = errorsOf(at, answers, words);
  if (errors.length > 0) return to(at, { errors, returning });
  const next = steps[steps.indexOf(at) + 1] ?? 'check';
  // A different channel may add the question about leaving a message.
  const opened = at === 'reach' && next === 'leave' && answers.leave === null;
  return returning && !opened ? to('check') : to(next, { returning });
}

function before(steps: readonly Step[], here: FlowPosition['step']): FlowPosition['step'] {
  const index = here === 'check' ? steps.length : steps.indexOf(here as Step);
  return steps[index - 1] ?? 'start';
}

function errorsOf(step: Step, answers: Answers, words: Catalog): FormError[] {
  switch (step) {
    case 'name':
    case 'note':
      return questionForm.errors(answers, words, { only: [step] });
    case 'language':
      return questionForm.errors(answers, words, { only: ['interpreter'] });
    case 'reach':
      return contactErrors(answers, words);
    case 'leave':
      return [];
  }
}
