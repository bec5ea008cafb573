import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** The texts of the QR codes that a camera sees at this moment. */
export type ReadCodes = (video: HTMLVideoElement) => Promise<string[]>;

/** As far as browsers have it (https://wicg.github.io/shape-detection-api/): Android and macOS do, iPhones and Firefox do not. */
interface NativeDetector {
  new (options: { formats: string[] }): { detect(source: HTMLVideoElement): Promise<Array<{ rawValue: string }>> };
  getSupportedFormats(): Promise<string[]>;
}

let reader: Promise<ReadCodes> | null = null;

/** What reads codes in this browser: the browser itself, or a megabyte of our own host's that is loaded only where it has to be. */
export function codeReader(): Promise<ReadCodes> {
  reader ??= nativeReader().then((native) => native ?? ownReader());
  // A network that went away in between is tried again the next time.
  reader.catch(() => (reader = null));
  return reader;
}

async function nativeReader(): Promise<ReadCodes | null> {
  const Detector = (window as { BarcodeDetector?: NativeDetector }).BarcodeDetector;
  if (!Detector || !(await Detector.getSupportedFormats()).includes('qr_code')) return null;
  const detector = new Detector({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue);
}

/** A code of two centimetres at arm's length is read at this width; more pixels only cost time. */
const width = 640;

async function ownReader(): Promise<ReadCodes> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  // Left alone it would ask a host of its maker's.
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
