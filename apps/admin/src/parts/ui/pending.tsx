import { Failure } from './failure';
import { Loading } from './loading';

interface PendingProps {
  error: unknown;
  retry: () => unknown;
  noun: string;
  lines?: number;
}

/** Shown while a query has no data: why it failed and a button to retry, otherwise the loading state. */
export function Pending({ error, retry, noun, lines }: PendingProps) {
  return error ? <Failure error={error} retry={() => void retry()} /> : <Loading noun={noun} lines={lines} />;
}
