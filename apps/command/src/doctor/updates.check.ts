import { isLater, releaseFacts } from '@upstander/db';
import { findingsFor, type Check, type Finding } from './finding.js';

const findings = findingsFor('updates');
const mostBytes = 1_000_000;

interface Release {
  version: string;
  /** Page with the release notes. */
  page: string | null;
  publishedOn: string | null;
  fixesVulnerability: boolean;
}

/** Asks RELEASES_URL, and no one without it. The programs never ask. */
export function updates({ version = releaseFacts.version, timeoutMs = 5_000 } = {}): Check {
  return {
    about: 'updates',
    async runCheck({ config: { RELEASES_URL: url } }) {
      if (url === undefined)
        return [findings.ok('No one is asked about newer releases.', 'Set RELEASES_URL to be told about them.')];
      let releases: Release[];
      try {
        releases = releasesIn(await read(url, timeoutMs));
      } catch (error) {
        return [
          findings.warning(
            `RELEASES_URL doesn't answer with releases: ${reasonOf(error)}.`,
            'Open it in a browser, and compare it with the example in docs/configuration.md.',
          ),
        ];
      }
      const newer = releases.filter((release) => isLater(release.version, version));
      return [newer.length > 0 ? newerFinding(newer) : findings.ok(`${version} is the newest release.`)];
    },
  };
}

function newerFinding(newer: readonly Release[]): Finding {
  const newest = newer.reduce((a, b) => (isLater(b.version, a.version) ? b : a));
  const since = newest.publishedOn ? ` since ${newest.publishedOn}` : '';
  const todo = `Read its notes${newest.page ? ` (${newest.page})` : ''}, and upgrade as the operator guide describes.`;
  const urgent = newer.filter(({ fixesVulnerability }) => fixesVulnerability).map((release) => release.version);
  const available = `Release ${newest.version} has been available${since}.`;
  if (urgent.length === 0) return findings.warning(available, todo);
  return findings.wrong(`${available} Vulnerabilities are fixed in ${urgent.join(', ')}.`, todo);
}

/** Sends nothing that tells installations or their versions apart. */
async function read(url: string, timeoutMs: number): Promise<unknown> {
  const answer = await fetch(url, {
    headers: { accept: 'application/json', 'user-agent': 'upstander-doctor' },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const parts: Uint8Array[] = [];
  let bytes = 0;
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw new UnexpectedAnswerError(
      answer.status >= 300 && answer.status < 400 ? 'it redirects' : `status ${answer.status}`,
    );
  }
  for await (const part of answer.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostBytes) throw new UnexpectedAnswerError('the answer is larger than 1 MB');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** @throws UnexpectedAnswerError if the answer is neither a release nor a list of releases */
function releasesIn(answer: unknown): Release[] {
  const list: unknown[] = Array.isArray(answer) ? answer : [answer];
  const releases = list.map(releaseIn).filter((release) => release !== null);
  if (releases.length === 0) throw new UnexpectedAnswerError('no release is in the answer');
  return releases;
}

/** Returns null for drafts, previews, and tags that aren't versions. */
function releaseIn(entry: unknown): Release | null {
  const { tag_name, html_url, published_at, body, draft, prerelease } = (entry ?? {}) as Record<string, unknown>;
  const [, version] = /^v?(\d+\.\d+\.\d+)$/.exec(String(tag_name)) ?? [];
  if (version === undefined || draft === true || prerelease === true) return null;
  return {
    version,
    page: typeof html_url === 'string' && /^https:\/\/[\w.:/~%+-]+$/.test(html_url) ? html_url : null,
    publishedOn: typeof published_at === 'string' ? (/^\d{4}-\d\d-\d\d/.exec(published_at)?.[0] ?? null) : null,
    fixesVulnerability: typeof body === 'string' && /^#{2,4} Security\b/m.test(body),
  };
}

class UnexpectedAnswerError extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof UnexpectedAnswerError) return error.message;
  if (error instanceof SyntaxError) return 'the answer is not JSON';
  return (error as Error).name === 'TimeoutError' ? 'it takes too long' : 'it is not reachable';
}
