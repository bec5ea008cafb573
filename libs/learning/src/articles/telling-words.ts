/** Words that tell somebody who looks over a shoulder, or into a history, what the reader may be. */
const telling = /traffick|surviv|victim|prostitut|trata\b|sobrevivi|v[ií]ctima/i;

/** Whether a title or an address holds such a word. */
export function tells(text: string): boolean {
  return telling.test(text);
}
