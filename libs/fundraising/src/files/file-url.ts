/** The path of a file on this site. */
export function fileUrl(id: string): string {
  return `/files/${id}`;
}
