import type { OperationName } from '@upstander/api-client';
import { useWords } from '../words/words';
import classes from './security-events.module.css';

/** Formats the detail codes of a security event: operation or page, limit, or sign-in method. */
export function EventDetail({ kind, detail }: { kind: string; detail: string }) {
  const { t } = useWords('securityEvents', 'staffActions');
  const { ways, limits } = t.securityEvents;
  // The type fails to compile if an operation has no text.
  const operations: Record<OperationName, string> = { ...t.staffActions.operations, ...t.securityEvents.operations };
  const { attempt } = partsOf(kind, detail);
  const attemptText = labelOf(kind === 'limit-reached' ? limits : { ...operations, ...ways }, attempt);
  return attemptText ?? (attempt !== '' && <code className={classes.code}>{attempt}</code>);
}

export function useRefusalText(): (kind: string, detail: string | null) => string | null {
  const { t, labels, words } = useWords('securityEvents');
  return (kind, detail) => {
    const { code } = partsOf(kind, detail ?? '');
    if (code === undefined) return null;
    if (kind === 'document-refused') return labelOf(labels.documents, code) ?? labels.code({ code });
    if (kind !== 'rule-refused') return null;
    const text = labelOf({ ...words.refusals, ...t.refusals }, code);
    return text === undefined ? labels.code({ code }) : labels.told({ text });
  };
}

/** Splits `closeChapter NOT_FOUND`. Either part can be missing. */
function partsOf(kind: string, detail: string): { attempt: string; code?: string } {
  const [, attempt = '', code] = (kind.endsWith('-refused') && /^(?:(\S+) )?([A-Z][A-Z_]+)$/.exec(detail)) || [];
  return code === undefined ? { attempt: detail } : { attempt, code };
}

function labelOf(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
