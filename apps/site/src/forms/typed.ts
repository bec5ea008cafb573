/** One line of a form; control characters never belong in it. */
export function shortText(form: FormData, name: string, longest = 500): string {
  const value = form.get(name);
  return typeof value === 'string'
    ? value
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, longest)
    : '';
}

/** A longer text with its line breaks. */
export function longText(form: FormData, name: string): string {
  const value = form.get(name);
  if (typeof value !== 'string') return '';
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
}

/** How long an e-mail address may be (RFC 5321). */
export const longestAddress = 254;

/** As strict as the API's EmailAddress, so that a typing mistake is told here and not by a refusal. */
export function isAddress(text: string): boolean {
  return (
    text.length <= longestAddress && /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\].]+$/.test(text)
  );
}
