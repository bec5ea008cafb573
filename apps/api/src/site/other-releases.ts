import type { IncomingMessage, ServerResponse } from 'node:http';
import { readdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { builtFiles, type Serve } from './built-files.js';

/** More releases than a rollout and a way back need are not looked through. */
const most = 6;

/** A file that a build named after what is in it: under that name there is nothing else, in whichever release. */
const hashed = /^\/assets\/\w[\w.-]*(?:\?|$)/;

/**
 * Answers with the hashed files of the releases that are unpacked beside this one: while one is rolled out, pages of
 * either name files that only one of them has. The folder is looked at again each time, for the other may come later.
 */
export class OtherReleases {
  private readonly known = new Map<string, Serve>();

  /**
   * @param folder where the releases are, each in a folder of its own; without it nothing is found
   * @param build a build of ours, seen from the folder of a release
   */
  constructor(
    private readonly folder: string | undefined,
    private readonly build: string,
  ) {}

  /** @param path of the file below the build; what no release has is for `next` */
  serve(path: string, request: IncomingMessage, response: ServerResponse, next: () => void): void {
    if (this.folder === undefined || isAbsolute(this.build) || !hashed.test(path)) return next();
    void this.releases(this.folder)
      .then((releases) => {
        const tryNext = (): void => {
          const serve = releases.shift();
          if (serve) serve(request, response, tryNext);
          else next();
        };
        tryNext();
      })
      // A folder that is taken away while it is read has nothing for us, and must not end the process.
      .catch(() => {
        if (!response.headersSent) next();
      });
  }

  private async releases(folder: string): Promise<Serve[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return names.sort().reverse().slice(0, most).map((name) => this.of(join(folder, name, this.build))); // prettier-ignore
  }

  private of(path: string): Serve {
    const known = this.known.get(path) ?? files(path);
    this.known.set(path, known);
    return known;
  }
}

/** `dev` reads the folder at each request instead of once: it may still be unpacked. */
function files(path: string): Serve {
  return builtFiles(path, () => 'public, max-age=31536000, immutable', { dev: true });
}
