/** Masks an email address so that only its owner recognizes it: a•••@e•••.org. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [user, host] = [email.slice(0, at), email.slice(at + 1)];
  const dot = host.lastIndexOf('.');
  return `${[...user][0] ?? ''}•••@${[...host][0] ?? ''}•••${host.slice(dot)}`;
}
