import type { TadaDocumentNode } from '@upstander/api-client';
import { useState } from 'react';
import { request } from '../api/ask';

interface Asked<Result> {
  pending: boolean;
  error: unknown;
  data: Result | null;
}

const idle = { pending: false, error: null, data: null };

/** Sends a sign-in step and returns its error or null. The form shows the outcome. */
export function useStep<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  { onDone }: { onDone?: (result: Result) => void } = {},
): Asked<Result> & { send: (variables: Variables) => Promise<unknown> } {
  const [asked, setAsked] = useState<Asked<Result>>(idle);
  const send = async (variables: Variables) => {
    setAsked({ ...idle, pending: true });
    try {
      const data = await request(document, variables);
      setAsked({ ...idle, data });
      onDone?.(data);
      return null;
    } catch (error) {
      setAsked({ ...idle, error });
      return error;
    }
  };
  return { ...asked, send };
}
