import sharp from 'sharp';
import type { CampaignKey } from './campaign-ideas.js';

const WIDTH = 1200;
const HEIGHT = 630;

/** Simple pictures of shapes that show no people and nothing about the subject. */
const drawings: Record<CampaignKey, string> = {
  nights: sceneSvg(
    '#1d2b4f',
    '#4a4f86',
    `<circle cx="960" cy="140" r="58" fill="#f6e7c1"/>${houses('#141d38')}<rect x="520" y="392" width="56" height="70" rx="4" fill="#ffd98a"/>`,
  ),
  backpacks: sceneSvg(
    '#f3d9b1',
    '#e8a87c',
    `<path d="M700 630 L760 120 H1010 L1070 630Z" fill="#fff3d6"/><rect x="300" y="330" width="210" height="240" rx="56" fill="#2f6f73"/>
     <rect x="336" y="430" width="138" height="96" rx="22" fill="#3f8b8f"/><path d="M352 334 q53 -94 106 0" stroke="#2f6f73" stroke-width="22" fill="none"/>`,
  ),
  run: sceneSvg(
    '#fbd6a4',
    '#f08a5d',
    `<circle cx="600" cy="330" r="120" fill="#fff0c9"/><path d="M0 420 Q300 300 620 430 T1200 380 V630 H0Z" fill="#5f7f5a"/>
     <path d="M560 630 Q640 520 590 450 Q560 420 610 400" stroke="#f3e3c3" stroke-width="34" fill="none"/>`,
  ),
  harbor: sceneSvg(
    '#37486b',
    '#c98f86',
    `<path d="M0 430 H1200 V630 H0Z" fill="#22345a"/><path d="M420 430 h240 l-40 62 h-170z" fill="#e9e1d3"/><rect x="530" y="230" width="10" height="200" fill="#e9e1d3"/>
     <path d="M545 240 L690 410 H545Z" fill="#f7f1e4"/><circle cx="880" cy="330" r="22" fill="#ffd98a"/><rect x="876" y="350" width="8" height="80" fill="#1a2745"/>`,
  ),
  law: sceneSvg(
    '#e7ebe4',
    '#a9bdb0',
    `<rect x="470" y="60" width="260" height="380" rx="10" fill="#f9f6ec"/><path d="M600 60 V440 M470 250 H730" stroke="#c8d2c6" stroke-width="10"/>
     <rect x="330" y="470" width="540" height="26" rx="8" fill="#7a5c46"/><rect x="250" y="430" width="70" height="160" rx="16" fill="#46635a"/><rect x="880" y="430" width="70" height="160" rx="16" fill="#46635a"/>`,
  ),
  coats: sceneSvg(
    '#efe6dd',
    '#d5c3b5',
    `<rect x="160" y="150" width="880" height="14" rx="7" fill="#7a5c46"/>${[
      '#8c3b4a',
      '#2f5d7c',
      '#5f7f5a',
      '#c98f3f',
      '#54477a',
    ]
      .map(
        (color, i) =>
          `<path d="M${270 + i * 160} 164 q-66 30 -60 130 v170 h130 v-170 q6 -100 -70 -130z" fill="${color}"/>`,
      )
      .join('')}`,
  ),
};

function sceneSvg(above: string, below: string, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><defs><linearGradient id="sky" x2="0" y2="1">
    <stop offset="0" stop-color="${above}"/><stop offset="1" stop-color="${below}"/></linearGradient></defs>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>${inside}</svg>`;
}

function houses(color: string): string {
  const house = (x: number, height: number) =>
    `<path d="M${x} 630 V${630 - height} l80 -64 l80 64 V630Z" fill="${color}"/>`;
  return [40, 220, 470, 660, 850, 1030].map((x, i) => house(x, 190 + ((i * 53) % 90))).join('');
}

/** Returns a cover as the product stores it: WebP without camera metadata. */
export async function cover(campaign: CampaignKey): Promise<{ bytes: Buffer; width: number; height: number }> {
  const bytes = await sharp(Buffer.from(drawings[campaign])).webp({ quality: 80 }).toBuffer();
  return { bytes, width: WIDTH, height: HEIGHT };
}

/** Returns a one-page document marked as made up, for consents and receipts of transfer. */
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
