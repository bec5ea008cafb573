/** Number of billed parts of a text message. */
export interface TextSegments {
  encoding: 'GSM-7' | 'UCS-2';
  segments: number;
  /** Septets in GSM-7, where a character of the extension table takes two; UTF-16 code units in UCS-2. */
  units: number;
}

/** 3GPP TS 23.038, section 6.2.1, without letters, digits and the escape. The space is one of its characters. */
const basic = new Set(
  '@ £ $ ¥ è é ù ì ò Ç \n Ø ø \r Å å Δ _ Φ Γ Λ Ω Π Ψ Σ Θ Ξ Æ æ ß É ! " # ¤ % & \' ( ) * + , - . / : ; < = > ? ¡ Ä Ö Ñ Ü § ¿ ä ö ñ ü à',
);
const letterOrDigit = /^[A-Za-z0-9]$/;
/** Section 6.2.1.1. */
const extension = new Set('\f^{}\\[~]|€');

/**
 * Splits a text into segments as carriers bill them. Concatenation takes 7 septets or 3 code units per segment, and
 * neither an escaped character nor a surrogate pair is split, which can leave a unit of a segment unused.
 */
export function segmentsOf(body: string): TextSegments {
  const characters = [...body];
  const isGsm = characters.every((one) => letterOrDigit.test(one) || basic.has(one) || extension.has(one));
  const sizes = characters.map((one) => (isGsm ? (extension.has(one) ? 2 : 1) : one.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, inSeveral] = isGsm ? [160, 153] : [70, 67];
  return {
    encoding: isGsm ? 'GSM-7' : 'UCS-2',
    segments: units <= alone ? Math.min(units, 1) : countSegments(sizes, inSeveral),
    units,
  };
}

function countSegments(sizes: readonly number[], room: number): number {
  let segments = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return segments;
}
