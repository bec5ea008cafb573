/** Removes link tokens, because a random one may contain a short word, and joins folded lines. */
export function withoutTokens(text: string): string {
  return text.replace(/\r\n[ \t]/g, '').replace(/[\w-]{40,}/g, '…');
}
