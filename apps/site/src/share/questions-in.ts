export interface Question {
  question: string;
  /** Text, or the HTML shown on the page. */
  answer: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Includes the text up to the next heading of that level. */
export function questionsIn(html: string): Question[] {
  const [, ...parts] = html.split(/<h2(?: [^<>]*)?>/);
  return parts.flatMap((part) => {
    const end = part.indexOf('</h2>');
    const question = plainText(part.slice(0, Math.max(end, 0)));
    const answer = part.slice(end + '</h2>'.length).trim();
    return question.endsWith('?') && answer !== '' ? [{ question, answer }] : [];
  });
}

function plainText(html: string): string {
  return html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}
