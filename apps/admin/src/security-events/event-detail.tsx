import type { OperationName } from '@upstander/api-client';
import { useWords } from '../words/words';
import classes from './security-events.module.css';

/** In words what the API notes as codes: what was tried (an operation, a page), the limit, or the way of signing in. */
export function EventDetail({ kind, detail }: { kind: string; detail: string }) {
  const { t } = useWords('securityEvents');
  const { ways, limits } = t.securityEvents;
  // An operation of which nobody has written words is no member of this type.
  const operations: Record<OperationName, string> = t.securityEvents.operations;
  const { tried } = partsOf(kind, detail);
  const said = wordOf(kind === 'limit-reached' ? limits : { ...operations, ...ways }, tried);
  return said ?? (tried !== '' && <code className={classes.code}>{tried}</code>);
}

/** What people were told, for a rule; what was wrong with it, for a request that could not be answered. */
export function useRefusalText(): (kind: string, detail: string | null) => string | null {
  const { t, words } = useWords('securityEvents');
  const say = t.securityEvents;
  return (kind, detail) => {
    const { code } = partsOf(kind, detail ?? '');
    if (code === undefined) return null;
    if (kind === 'document-refused') return wordOf(say.documents, code) ?? say.code({ code });
    if (kind !== 'rule-refused') return null;
    const text = wordOf({ ...words.refusals, ...t.refusals }, code);
    return text === undefined ? say.code({ code }) : say.told({ text });
  };
}

/** `closeChapter NOT_FOUND` is what was tried, and with which code it was refused; of some only one of them is known. */
function partsOf(kind: string, detail: string): { tried: string; code?: string } {
  const [, tried = '', code] = (kind.endsWith('-refused') && /^(?:(\S+) )?([A-Z][A-Z_]+)$/.exec(detail)) || [];
  return code === undefined ? { tried: detail } : { tried, code };
}

function wordOf(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
