import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js';

export async function unzip(zip: Blob): Promise<Map<string, string>> {
  const reader = new ZipReader(new BlobReader(zip), { useWebWorkers: false });
  const files = new Map<string, string>();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  }
  return files;
}
