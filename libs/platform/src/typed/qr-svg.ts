import QRCode from 'qrcode';

/** A QR code of a short text, as a picture that stays sharp at any size. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', margin: 1 });
}
