import { createHash } from 'node:crypto';
import { WorkerThread } from '../threads/worker-thread.js';
import type { ShareImage } from './share-image-svg.js';

/** Number of cached images, of about 40 kB each. */
const maxKept = 200;

const thread = new WorkerThread<{ image: ShareImage; drawing: string }, Uint8Array>('share-image', import.meta.url);

/**
 * Creates share images for pages (Open Graph, 1200 × 630 PNG).
 * They are drawn one at a time in a separate thread, so that many requests don't slow down pages.
 */
export class ShareImages {
  private readonly kept = new Map<string, Promise<Uint8Array>>();

  /** @param drawing path of the SVG illustration beside the text */
  constructor(private readonly drawing: string) {}

  draw(image: ShareImage): Promise<Uint8Array> {
    const key = createHash('sha256').update(JSON.stringify(image)).digest('base64url');
    let png = this.kept.get(key);
    if (!png) {
      png = thread.run({ image, drawing: this.drawing });
      if (this.kept.size >= maxKept) this.kept.delete(this.kept.keys().next().value ?? '');
      this.kept.set(key, png);
      // A failure isn't cached.
      png.catch(() => this.kept.delete(key));
    }
    return png;
  }
}
