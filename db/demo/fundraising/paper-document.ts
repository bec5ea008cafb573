import sharp from 'sharp';

/** Marked as made up, for consents and receipts of transfer. */
export async function createPaperDocument(
  title: string,
  lines: readonly string[],
): Promise<{ bytes: Buffer; width: number; height: number }> {
  const allLines = [title, ...lines, 'Demo data: this paper is made up.'];
  const text = allLines
    .map(
      (line, i) =>
        `<text x="90" y="${140 + i * 46}" font-size="${i === 0 ? 34 : 22}" font-family="DejaVu Sans, sans-serif" fill="#222">${line}</text>`,
    )
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="827" height="1169"><rect width="827" height="1169" fill="#fffdf8"/>${text}</svg>`;
  return { bytes: await sharp(Buffer.from(svg)).webp({ quality: 80 }).toBuffer(), width: 827, height: 1169 };
}
