import type { IncomingMessage, ServerResponse } from 'node:http';
import { readdir } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { builtFiles, type ServeFile } from './built-files.js';

/** Enough for a rollout and a rollback. */
const maxReleases = 6;

/** A hashed file, which has the same content in every release. */
const hashed = /^\/assets\/\w[\w.-]*(?:\?|$)/;

/**
 * Serves hashed files of the releases unpacked next to this one: during a rollout, pages of either release reference
 * files that only one of them has.
 */
export class OtherReleases {
  private readonly known = new Map<string, ServeFile>();

  /**
   * @param folder the folder of all releases
   * @param build path of a build within a release
   */
  constructor(
    private readonly folder: string | undefined,
    private readonly build: string,
  ) {}

  /** @param path of the file within the build; if no release has it, `next` is called */
  serve(path: string, request: IncomingMessage, response: ServerResponse, next: () => void): void {
    if (this.folder === undefined || isAbsolute(this.build) || !hashed.test(path)) return next();
    void this.findReleases(this.folder)
      .then((releases) => {
        const tryNext = (): void => {
          const serve = releases.shift();
          if (serve) serve(request, response, tryNext);
          else next();
        };
        tryNext();
      })
      // A folder that is removed while it is being listed must not end the process.
      .catch(() => {
        if (!response.headersSent) next();
      });
  }

  private async findReleases(folder: string): Promise<ServeFile[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return names.sort().reverse().slice(0, maxReleases).map((name) => this.filesOf(join(folder, name, this.build))); // oxfmt-ignore
  }

  private filesOf(path: string): ServeFile {
    const known = this.known.get(path) ?? files(path);
    this.known.set(path, known);
    return known;
  }
}

/** `dev` reads the folder for each request, because it may still be unpacked. */
function files(path: string): ServeFile {
  return builtFiles(path, () => 'public, max-age=31536000, immutable', { dev: true });
}
