import QRCode from 'qrcode';

/** Returns a QR code of a short text as SVG. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', margin: 1 });
}
