/** Nobody sees it, and no mail program takes what is on both sides of it for one address. */
const joiner = '\u2060';
const addressLike =
  /(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)[^\s<>"']*|(?<![\p{L}\p{N}@._-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}(?![\p{L}\p{N}@])(?:[/?#][^\s<>"']*)?/giu;

/**
 * Text in which no address is a way somewhere: a stranger may have typed a name or a title in it, and mail programs make
 * links of what looks like one, in plain text too. Addresses of ours (they begin with `own`) stay as they are.
 */
export function inert(text: string, own: string): string {
  return text.replace(addressLike, (address) => {
    if (address.startsWith(own) || address === own.replace(/\/$/, '')) return address;
    return address.replace(/[.:/?]/g, `$&${joiner}`);
  });
}
