import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Returns the texts of the QR codes that the camera sees. */
export type ReadCodes = (video: HTMLVideoElement) => Promise<string[]>;

/**
 * BarcodeDetector (https://wicg.github.io/shape-detection-api/). Supported on Android and macOS, not on iOS or in
 * Firefox.
 */
interface NativeDetector {
  new (options: { formats: string[] }): { detect(source: HTMLVideoElement): Promise<Array<{ rawValue: string }>> };
  getSupportedFormats(): Promise<string[]>;
}

let reader: Promise<ReadCodes> | null = null;

/** Returns the browser's own code reader, or a 1 MB WebAssembly reader from our server if there is none. */
export function codeReader(): Promise<ReadCodes> {
  reader ??= nativeReader().then((native) => native ?? ownReader());
  // A failed download is retried on the next call.
  reader.catch(() => (reader = null));
  return reader;
}

async function nativeReader(): Promise<ReadCodes | null> {
  const Detector = (window as { BarcodeDetector?: NativeDetector }).BarcodeDetector;
  if (!Detector || !(await Detector.getSupportedFormats()).includes('qr_code')) return null;
  const detector = new Detector({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue);
}

/** Enough pixels to read a code of 2 cm at arm's length. More only cost time. */
const width = 640;

async function ownReader(): Promise<ReadCodes> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  // Otherwise the library downloads it from its vendor's CDN.
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawing) throw new Error('This browser draws nothing.');
  return async (video) => {
    if (video.videoWidth === 0) return [];
    canvas.width = width;
    canvas.height = Math.round((width * video.videoHeight) / video.videoWidth);
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
    const found = await readBarcodes(drawing.getImageData(0, 0, canvas.width, canvas.height), { formats: ['QRCode'] });
    return found.map(({ text }) => text);
  };
}
