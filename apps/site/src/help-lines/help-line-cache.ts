import { compiledHelpLines, type HelpLine } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { SiteContext } from '../request/site-context';
import { HelpLines } from './queries';

/** Milliseconds for which an answer of the API is reused. */
const maxAgeMs = 5_000;
/** Milliseconds that a page waits for the API before it shows the previous lines. */
const maxWaitMs = 300;

/** Until the API answers, the compiled-in lines are used; if it fails, those of its last answer. */
export class HelpLineCache {
  private current = compiledHelpLines;
  private text = JSON.stringify(compiledHelpLines);
  private refreshedAt = -Infinity;
  private refreshing: Promise<void> | null = null;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Content of the lines, to detect if a cached page is outdated. */
  get version(): string {
    return this.text;
  }

  /** Never throws, and never delays a page for long. */
  async lines(context: Pick<SiteContext, 'graphql'>): Promise<readonly HelpLine[]> {
    if (this.now() - this.refreshedAt >= maxAgeMs && this.refreshing === null) {
      this.refreshedAt = this.now();
      this.refreshing = this.refresh(context).finally(() => (this.refreshing = null));
    }
    if (this.refreshing) await waitAtMost(maxWaitMs, this.refreshing);
    return this.current;
  }

  private async refresh(context: Pick<SiteContext, 'graphql'>): Promise<void> {
    try {
      const { helpLines } = await queryApi(context, HelpLines, {});
      // An empty list is ignored: a visitor would have no number to call.
      if (helpLines.length === 0) return;
      this.current = helpLines;
      this.text = JSON.stringify(helpLines);
    } catch {
      // The API logs its errors; pages use the lines they have.
    }
  }
}

async function waitAtMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
