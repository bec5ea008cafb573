import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import QRCode from 'qrcode';

const [width, height] = [640, 480];
const pixels = 8;

/** Shows each code for 1.5 seconds. */
export async function recordVideo(texts: readonly string[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'upstander-film-')), 'codes.y4m');
  const frames = texts.flatMap((text) => Array.from({ length: 3 }, () => frameOf(text)));
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F2:1 Ip A1:1 C420jpeg\n`);
  await writeFile(path, Buffer.concat([head, ...frames.flatMap((frame) => [Buffer.from('FRAME\n'), frame])]));
  return path;
}

/** Draws a white frame with the code in its center: luminance, then two neutral chroma planes. */
function frameOf(text: string): Buffer {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const light = Buffer.alloc(width * height, 255);
  const [left, top] = [width, height].map((side) => Math.floor((side - size * pixels) / 2)) as [number, number];
  for (let y = 0; y < size * pixels; y++) {
    for (let x = 0; x < size * pixels; x++) {
      if (data[Math.floor(y / pixels) * size + Math.floor(x / pixels)]) light[(top + y) * width + left + x] = 0;
    }
  }
  return Buffer.concat([light, Buffer.alloc((width * height) / 2, 128)]);
}
