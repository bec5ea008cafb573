import { Button, Progress, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../words/words';
import classes from './event-form.module.css';

export const steps = ['what', 'when', 'shifts', 'details', 'review'] as const;
export type Step = (typeof steps)[number];

export interface EventFormSteps {
  /** Null on larger screens, which show the whole form. */
  current: Step | null;
  isHidden: (...parts: Step[]) => boolean;
  go: (step: Step) => void;
}

/** On phones, the form shows one step at a time. The step is in the address, so Back and a reload keep it. */
export function useEventFormSteps(): EventFormSteps {
  const isPhone = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  const [params, setParams] = useSearchParams();
  const current = isPhone ? (steps.find((step) => step === params.get('step')) ?? steps[0]) : null;
  return {
    current,
    isHidden: (...parts) => current !== null && !parts.includes(current),
    go: (step) => {
      const next = new URLSearchParams(params);
      next.set('step', step);
      // The caller may focus a field of the new step.
      setParams(next, { flushSync: true });
    },
  };
}

const pathsByStep: ReadonlyArray<readonly [Step, RegExp]> = [
  ['what', /^(?:title|chapterId)/],
  ['when', /^(?:time|online|place|repeats)/],
  ['shifts', /^(?:shifts|opens|withMinors|minimumAdults)/],
];

/** Returns the first step with one of these fields. */
export function stepOf(paths: readonly string[]): Step {
  return pathsByStep.find(([, pattern]) => paths.some((path) => pattern.test(path)))?.[0] ?? 'details';
}

export function StepProgress({ current }: { current: Step }) {
  const { t } = useWords('eventForm');
  const labels = t.eventForm.steps;
  const heading = useRef<HTMLParagraphElement>(null);
  const shown = useRef(current);
  const number = steps.indexOf(current) + 1;
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [current]);
  return (
    <div className={classes.progress}>
      <Text size="sm" c="dimmed" ref={heading} tabIndex={-1}>
        {labels.progress({ n: number, count: steps.length })}
      </Text>
      <Progress value={(number / steps.length) * 100} size="sm" aria-hidden />
    </div>
  );
}

export function StepButtons({ current, go }: { current: Step; go: (step: Step) => void }) {
  const { t } = useWords('eventForm');
  const labels = t.eventForm.steps;
  const at = steps.indexOf(current);
  const [previous, next] = [steps[at - 1], steps[at + 1]];
  return (
    <>
      {next && <Button onClick={() => go(next)}>{t.common.continue}</Button>}
      {previous && (
        <Button variant="default" onClick={() => go(previous)}>
          {labels.back}
        </Button>
      )}
    </>
  );
}
