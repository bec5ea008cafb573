import { usePage } from '../request/page-context';

export function LegalText({ text, label }: { text: { body: string; bodyEs: string }; label: string }) {
  const { locale } = usePage();
  return (
    // Long texts scroll separately; tabIndex makes them reachable by keyboard.
    <section className="panel legal-text" aria-label={label} tabIndex={0}>
      {blocksOf(locale === 'es' ? text.bodyEs : text.body).map(({ isList, lines }, at) =>
        isList ? (
          <ul key={at}>
            {lines.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        ) : (
          <p key={at}>{lines.join(' ')}</p>
        ),
      )}
    </section>
  );
}

/** List items are lines that start with a hyphen. */
export function blocksOf(text: string): Array<{ isList: boolean; lines: string[] }> {
  const blocks: Array<{ isList: boolean; lines: string[] }> = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    let lastBlock: (typeof blocks)[number] | undefined;
    for (const line of paragraph.split('\n')) {
      const item = /^\s*[-•*] +(.*)$/.exec(line)?.[1];
      const isList = item !== undefined;
      // A line without a hyphen continues the item above it if it is indented.
      if (lastBlock?.isList && !isList && /^\s+\S/.test(line))
        lastBlock.lines[lastBlock.lines.length - 1] += ` ${line.trim()}`;
      else if (lastBlock?.isList === isList) lastBlock.lines.push(item ?? line);
      else blocks.push((lastBlock = { isList, lines: [item ?? line] }));
    }
  }
  return blocks;
}
