import type { TadaDocumentNode } from '@upstander/api-client';
import { useState } from 'react';
import { request } from '../api/ask';

interface StepState<Result> {
  pending: boolean;
  error: unknown;
  data: Result | null;
}

const idleState = { pending: false, error: null, data: null };

/** The form shows the outcome. */
export function useStep<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  { onDone }: { onDone?: (result: Result) => void } = {},
): StepState<Result> & { send: (variables: Variables) => Promise<unknown> } {
  const [stepState, setStepState] = useState<StepState<Result>>(idleState);
  const send = async (variables: Variables) => {
    setStepState({ ...idleState, pending: true });
    try {
      const data = await request(document, variables);
      setStepState({ ...idleState, data });
      onDone?.(data);
      return null;
    } catch (error) {
      setStepState({ ...idleState, error });
      return error;
    }
  };
  return { ...stepState, send };
}
