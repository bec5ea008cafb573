export function fileUrl(id: string): string {
  return `/files/${id}`;
}
