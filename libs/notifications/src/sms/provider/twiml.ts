/** Control characters, which XML 1.0 forbids even if they are escaped. */
const forbidden = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Returns the document that makes the provider send a reply, or none. */
export function twimlOf(reply: string | null): string {
  if (reply === null) return '<?xml version="1.0" encoding="UTF-8"?><Response/>';
  const text = reply.replace(forbidden, '').replace(/[&<>]/g, (one) => escapes[one] as string);
  return `<?xml version="1.0" encoding="UTF-8"?><Response><Message>${text}</Message></Response>`;
}
