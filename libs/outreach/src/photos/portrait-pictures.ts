import { Injectable } from '@nestjs/common';
import type { OpenFile } from '@upstander/files';
import { redrawPicture } from '@upstander/files/pictures';
import { buffer } from 'node:stream/consumers';

/** Shown at up to 96 pixels, on screens with two pixels for each. */
const longestSide = 192;
const mostKept = 200;

/** Draws portraits in the size they are shown at. Keeps the latest ones, a few kilobytes each. */
@Injectable()
export class PortraitPictures {
  private readonly drawn = new Map<string, Promise<Buffer>>();

  /** @param open reads the picture with this hash, unless its portrait is kept */
  async draw(sha256: Buffer, open: () => Promise<OpenFile>): Promise<OpenFile> {
    const key = sha256.toString('base64url');
    const bytes = await (this.drawn.get(key) ?? this.keep(key, open().then(redraw)));
    return { size: bytes.length, body: bytes };
  }

  private keep(key: string, picture: Promise<Buffer>): Promise<Buffer> {
    this.drawn.set(key, picture);
    picture.catch(() => this.drawn.delete(key));
    const [oldest] = this.drawn.keys();
    if (this.drawn.size > mostKept && oldest !== undefined) this.drawn.delete(oldest);
    return picture;
  }
}

async function redraw({ body }: OpenFile): Promise<Buffer> {
  const source = Buffer.isBuffer(body) ? body : await buffer(body);
  return (await redrawPicture(source, longestSide)).bytes;
}
