/** Word joiner: invisible, and keeps email clients from detecting a link across it. */
const joiner = '\u2060';
const addressLike =
  /(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)[^\s<>"']*|(?<![\p{L}\p{N}@._-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}(?![\p{L}\p{N}@])(?:[/?#][^\s<>"']*)?/giu;
/** Part of every match, and much faster to look for: most texts have no address. */
const addressPart = /:\/\/|www\.|\.\p{L}/iu;

/**
 * Breaks up URLs and domains, so email clients don't turn a stranger's input into links.
 * Our own URLs, which start with `own`, stay unchanged.
 */
export function breakLinks(text: string, own: string): string {
  if (!addressPart.test(text)) return text;
  return text.replace(addressLike, (address) => {
    if (address.startsWith(own) || address === own.replace(/\/$/, '')) return address;
    return address.replace(/[.:/?]/g, `$&${joiner}`);
  });
}
