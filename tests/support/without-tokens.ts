/** Returns a text without link tokens and with folded lines joined, because a random token may contain a short word. */
export function withoutTokens(text: string): string {
  return text.replace(/\r\n[ \t]/g, '').replace(/[\w-]{40,}/g, '…');
}
