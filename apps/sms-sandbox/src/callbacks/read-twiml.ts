import type { CallbackAnswer } from './callbacks.js';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Characters that XML 1.0 forbids, even escaped, and the C1 controls. */
const forbidden = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u;

/** Returns the texts to send, or an error code of Twilio: 12300 for the wrong type, 12100 for an invalid document. */
export function readTwiml({ contentType, body }: CallbackAnswer): string[] | 12_100 | 12_300 {
  if (body.trim() === '') return [];
  if (!/^(?:text|application)\/xml\b/.test(contentType)) return 12_300;
  const empty = /^(?:<\?xml[^>]*\?>)?\s*<Response\s*\/>\s*$/;
  if (empty.test(body)) return [];
  const inner = /^(?:<\?xml[^>]*\?>)?\s*<Response>((?:\s*<Message>[^<]*<\/Message>)*)\s*<\/Response>\s*$/.exec(
    body,
  )?.[1];
  if (inner === undefined || forbidden.test(body) || /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(body)) return 12_100;
  return [...inner.matchAll(/<Message>([^<]*)<\/Message>/g)].map(([, text]) =>
    (text as string).replace(/&(#\d+|\w+);/g, (_, name: string) =>
      name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (entities[name] as string),
    ),
  );
}
