import { Refusal } from '../refusals/refusal.js';
import sharp, { type Sharp } from 'sharp';

/** What a picture is after it went through here. */
export interface Picture {
  mediaType: 'image/webp';
  width: number;
  height: number;
  bytes: Buffer;
}

/** A picture of 40 megapixels is a good camera's; a few kilobytes can unpack to much more than memory holds. */
const mostPixels = 40_000_000;
const formats: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'heif']);

/**
 * Draws a picture anew: upright, at most so large, and without anything the camera wrote beside it (place, time, owner).
 * Whatever else the file carried is gone, because only its pixels are kept.
 * @throws Refusal FILE_NOT_READABLE for what is no picture, is damaged, or unpacks to too much.
 */
export async function redrawn(bytes: Buffer, longestSide: number): Promise<Picture> {
  // SVG and XML are programs for a picture, not pixels: never handed to a decoder.
  if (looksLikeMarkup(bytes)) throw notReadable();
  try {
    const { format = '' } = await open(bytes).metadata();
    if (!formats.has(format)) throw notReadable();
    const { data, info } = await open(bytes)
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .timeout({ seconds: 20 })
      .toBuffer({ resolveWithObject: true });
    return { mediaType: 'image/webp', width: info.width, height: info.height, bytes: data };
  } catch {
    throw notReadable();
  }
}

function open(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1, sequentialRead: true });
}

function looksLikeMarkup(bytes: Buffer): boolean {
  return (
    /^(\ufeff|\s)*</.test(bytes.subarray(0, 256).toString('utf8')) || bytes.subarray(0, 2).equals(Buffer.of(31, 139))
  );
}

/** The refusal for bytes that are not what they should be. */
export function notReadable(): Refusal {
  return new Refusal(
    'FILE_NOT_READABLE',
    'This file cannot be read. Please send a JPEG, PNG or WebP picture, or a PDF.',
  );
}
