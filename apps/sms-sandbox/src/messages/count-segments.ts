/** 3GPP TS 23.038 without the escape. Characters after it are in the extension table and follow an escape. */
const oneSeptet =
  /^[@ £ $ ¥ è é ù ì ò Ç \n Ø ø \r Å å Δ _ Φ Γ Λ Ω Π Ψ Σ Θ Ξ Æ æ ß É ! " # ¤ % & ' ( ) * + , \- . / 0-9 : ; < = > ? ¡ A-Z Ä Ö Ñ Ü § ¿ a-z ä ö ñ ü à]$/;
const twoSeptets = /^[\f^{}\\[~\]|€]$/;

/** Returns the number of segments that a carrier bills: 160 or 153 septets each, or 70 or 67 UTF-16 code units. */
export function countSegments(body: string): number {
  const characters = [...body];
  const isGsm = characters.every((one) => oneSeptet.test(one) || twoSeptets.test(one));
  const widths = characters.map((one) => (isGsm ? (twoSeptets.test(one) ? 2 : 1) : one.length));
  if (widths.reduce((sum, width) => sum + width, 0) <= (isGsm ? 160 : 70)) return 1;
  const room = isGsm ? 153 : 67;
  let [segments, free] = [0, 0];
  for (const width of widths) {
    if (width > free) [segments, free] = [segments + 1, room];
    free -= width;
  }
  return segments;
}
