/** Words that reveal the topic to someone looking at the screen or the browser history. */
const revealingPattern = /traffick|surviv|victim|prostitut|trata\b|sobrevivi|v[ií]ctima/i;

/** True if a title or slug contains such a word. */
export function revealsTopic(text: string): boolean {
  return revealingPattern.test(text);
}
