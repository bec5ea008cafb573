import type { Catalog } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { allowsNotices, noticeErrors } from './notice-answers';
import { contactErrors, isVisibleToOthers, questionForm, type Answers } from './answers';

export type Step = 'name' | 'reach' | 'leave' | 'note' | 'language' | 'notice';

export interface FlowPosition {
  step: Step | 'start' | 'check';
  answers: Answers;
  errors: FormError[];
  /** True if the user came from the summary and returns there. */
  isReturning: boolean;
}

/** "May we leave a message?" depends on the channel, and notices depend on both. */
export function stepsOf(flow: readonly Step[], answers: Answers): Step[] {
  return flow.filter((step) => {
    if (step === 'leave') return isVisibleToOthers(answers);
    return step !== 'notice' || allowsNotices(answers);
  });
}

/** Returns the next page for the pressed button, or `send` when all answers are complete. */
export function advanceFlow(
  flow: readonly Step[],
  answers: Answers,
  form: FormData,
  words: Catalog,
): FlowPosition | 'send' {
  const steps = stepsOf(flow, answers);
  const at = steps.find((step) => step === form.get('at'));
  const requestedStep = String(form.get('go') ?? 'next');
  const isReturning = form.get('returning') === '1';
  const moveTo = (step: FlowPosition['step'], changes: Partial<FlowPosition> = {}): FlowPosition => ({
    step,
    answers,
    errors: [],
    isReturning: false,
    ...changes,
  });
  const currentStep = at ?? (form.get('at') === 'check' ? 'check' : 'start');
  if (requestedStep === 'again') return moveTo(currentStep, { isReturning });
  if (requestedStep === 'back') return moveTo(isReturning ? 'check' : previousStep(steps, currentStep));
  const changedStep = steps.find((step) => requestedStep === `to-${step}`);
  if (changedStep) return moveTo(changedStep, { isReturning: true });
  if (requestedStep === 'send') {
    const invalidStep = steps.find((step) => errorsOf(step, answers, words).length > 0);
    return invalidStep
      ? moveTo(invalidStep, { errors: errorsOf(invalidStep, answers, words), isReturning: true })
      : 'send';
  }
  if (!at) return moveTo(currentStep === 'check' ? 'check' : (steps[0] ?? 'check'));
  const errors = errorsOf(at, answers, words);
  if (errors.length > 0) return moveTo(at, { errors, isReturning });
  const next = steps[steps.indexOf(at) + 1] ?? 'check';
  // A different channel may add the question about leaving a message.
  const isNewQuestion = at === 'reach' && next === 'leave' && answers.leave === null;
  return isReturning && !isNewQuestion ? moveTo('check') : moveTo(next, { isReturning });
}

function previousStep(steps: readonly Step[], currentStep: FlowPosition['step']): FlowPosition['step'] {
  const index = currentStep === 'check' ? steps.length : steps.indexOf(currentStep as Step);
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
    case 'notice':
      return noticeErrors(answers, words);
  }
}
