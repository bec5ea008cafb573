/** True if the text may be an email address; the API decides. */
export function isEmailLike(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text);
}
