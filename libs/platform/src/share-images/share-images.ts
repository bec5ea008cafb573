import { createHash } from 'node:crypto';
import { OwnThread } from '../threads/own-thread.js';
import type { ShareImage } from './share-image-svg.js';

/** As many pictures as are kept, of about 40 kB each. */
const mostKept = 200;

const thread = new OwnThread<{ image: ShareImage; drawing: string }, Uint8Array>('share-image', import.meta.url);

/**
 * Pictures of pages for where links to them are shared (Open Graph, 1200 × 630), as PNG. The same facts are drawn once, and
 * one picture after another, in a thread of their own: whoever asks for many takes nothing from the pages.
 */
export class ShareImages {
  private readonly kept = new Map<string, Promise<Uint8Array>>();

  /** @param drawing where the drawing lies that stands beside the words, an SVG file */
  constructor(private readonly drawing: string) {}

  draw(image: ShareImage): Promise<Uint8Array> {
    const key = createHash('sha256').update(JSON.stringify(image)).digest('base64url');
    let png = this.kept.get(key);
    if (!png) {
      png = thread.run({ image, drawing: this.drawing });
      if (this.kept.size >= mostKept) this.kept.delete(this.kept.keys().next().value ?? '');
      this.kept.set(key, png);
      // What went wrong is tried again by whoever asks next.
      png.catch(() => this.kept.delete(key));
    }
    return png;
  }
}
