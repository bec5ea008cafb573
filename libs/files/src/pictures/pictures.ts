import { Refusal } from '@upstander/platform';
import sharp, { type Sharp } from 'sharp';

type PictureFormat = 'webp' | 'png';

export interface Picture<Format extends PictureFormat = 'webp'> {
  mediaType: `image/${Format}`;
  width: number;
  height: number;
  bytes: Buffer;
}

/** 40 megapixels, as from a good camera. A few kilobytes can decompress to more than fits in memory. */
const maxPixels = 40_000_000;
const formats: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'heif']);

/**
 * Redraws a picture upright, within the given size and without its metadata (place, time, owner).
 * @throws Refusal FILE_NOT_READABLE if it isn't a picture, is damaged or decompresses to too many pixels
 */
export async function redrawPicture<Format extends PictureFormat = 'webp'>(
  bytes: Buffer,
  longestSide: number,
  as: Format = 'webp' as Format,
): Promise<Picture<Format>> {
  // SVG and XML can contain code, so they never reach a decoder.
  if (looksLikeMarkup(bytes)) throw unreadablePictureRefusal();
  try {
    const { format = '' } = await openImage(bytes).metadata();
    if (!formats.has(format)) throw unreadablePictureRefusal();
    const { data, info } = await openImage(bytes)
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toFormat(as, as === 'webp' ? { quality: 80 } : { compressionLevel: 9 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true });
    return { mediaType: `image/${as}`, width: info.width, height: info.height, bytes: data };
  } catch {
    throw unreadablePictureRefusal();
  }
}

function openImage(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error', pages: 1, sequentialRead: true });
}

function looksLikeMarkup(bytes: Buffer): boolean {
  return (
    /^(\ufeff|\s)*</.test(bytes.subarray(0, 256).toString('utf8')) || bytes.subarray(0, 2).equals(Buffer.of(31, 139))
  );
}

export function unreadablePictureRefusal(): Refusal {
  return new Refusal(
    'FILE_NOT_READABLE',
    'We can’t read this file. Please send a JPEG, PNG or WebP picture, or a PDF.',
  );
}
