import { compiledHelpLines, type HelpLine } from '@upstander/web-kit';
import { ask } from '../api/ask';
import type { SiteContext } from '../request/site-context';
import { HelpLines } from './queries';

/** For so long what the API said is taken as it was. */
const freshFor = 5_000;
/** And so long a page waits for it, before it shows what was known before. */
const patience = 300;

/**
 * The help lines as every page shows them: asked of the API now and then, and never in the way of a page. While the API has
 * not answered they are those that were compiled in; when it cannot answer, those it said last.
 */
export class KnownHelpLines {
  private known = compiledHelpLines;
  private text = JSON.stringify(compiledHelpLines);
  private askedAt = -Infinity;
  private asking: Promise<void> | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** What the lines say, for telling whether a page that was drawn before says the same. */
  get version(): string {
    return this.text;
  }

  /** The lines for a page. Never fails, and never keeps a page waiting for long. */
  async lines(context: Pick<SiteContext, 'graphql'>): Promise<readonly HelpLine[]> {
    if (this.now() - this.askedAt >= freshFor && this.asking === null) {
      this.askedAt = this.now();
      this.asking = this.refresh(context).finally(() => (this.asking = null));
    }
    if (this.asking) await within(patience, this.asking);
    return this.known;
  }

  private async refresh(context: Pick<SiteContext, 'graphql'>): Promise<void> {
    try {
      const { helpLines } = await ask(context, HelpLines, {});
      // No lines at all are no answer: somebody would stand there without a number.
      if (helpLines.length === 0) return;
      this.known = helpLines;
      this.text = JSON.stringify(helpLines);
    } catch {
      // The API has written down what was wrong; pages go on with what is known.
    }
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}
