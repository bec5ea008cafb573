/**
 * A text without the tokens of its links, and with its folded lines whole: forty letters by chance hold a short word now and then.
 */
export function withoutTokens(text: string): string {
  return text.replace(/\r\n[ \t]/g, '').replace(/[\w-]{40,}/g, '…');
}
