import { create, type Font } from 'fontkit';
import { writeFileSync } from 'node:fs';
import { pdfDrawing, pdfFonts, pdfSource, pdfText } from '@upstander/platform/documents';
import { receiptContent } from './receipt-content.js';
import { receiptPdf } from './receipt-document.js';

const now = new Date('2026-12-01T20:00:00Z');

function receiptFor(name: string, campaignTitle = 'Beds for the spring'): Promise<Buffer> {
  const gift = {
    name,
    locale: 'en' as const,
    method: 'stripe' as const,
    monthly: false,
    currency: 'USD',
    intendedMinor: 5_000n,
    coverMinor: 180n,
    returnedMinor: 0n,
    goodsDescription: '',
    goodsValueMinor: 0n,
    inKindDescription: '',
    paidAt: now,
    campaignTitle,
    timeZone: 'America/Los_Angeles',
    partner: null,
  };
  const issuer = { name: "Women's Rights Group", address: 'PO Box 1', registrationNumber: '12-3456789' };
  const content = receiptContent(gift, { number: 12n, replaces: null, issuedAt: now, issuer });
  return receiptPdf(content, 'en', now, { void: true, replacedBy: null });
}

test.each([
  ['Chinese', '王小明'],
  ['Chinese, as on Taiwan', '陳麗華'],
  ['Japanese', '渡辺さくら・サトウ'],
  ['Korean', '김민준'],
  ['Thai', 'สมชาย ใจดี'],
  ['Hindi', 'प्रिया शर्मा'],
  ['Khmer', 'សុខ ចាន់ថា'],
  ['Amharic', 'አበበ በቀለ'],
  ['Arabic', 'علي'],
  ['Russian', 'Анна Каренина'],
  ['Vietnamese', 'Nguyễn Thị Hương'],
  ['several at once', 'Ana 王 김 さくら Peña'],
])('a receipt has all the letters of a name in %s', async (script, name) => {
  const pdf = await receiptFor(name);
  if (process.env['KEEP_PAPERS']) writeFileSync(`${process.env['KEEP_PAPERS']}/${script}.pdf`, pdf);
  const read = pdfText(pdf).normalize('NFC');
  // Lines and fonts part what is read, and marks may be read before or after their letter: all are there.
  for (const letter of name.replace(/\s/g, '')) expect(read).toContain(letter);
  expect(read).not.toContain('□');
  expect(read).toContain('$51.80');
  // No glyph is empty but the blank, and the one in front that stands for none.
  for (const file of pdfFonts(pdf)) {
    const font = create(file) as Font;
    const outlines = Array.from({ length: font.numGlyphs }, (_, id) => font.getGlyph(id).path.commands.length);
    expect(outlines.slice(1).filter((length) => length === 0).length).toBeLessThanOrEqual(1);
  }
  expect(pdf.length).toBeLessThan(150_000);
});

test('a letter that no font has is drawn as a box and read as it was typed', async () => {
  const pdf = await receiptFor('Ana 𐎠𐎡');
  expect(pdfText(pdf)).toContain('Ana □□');
  const typed = `\ufeffReceived from Ana 𐎠𐎡`;
  const utf16 = Buffer.from(typed, 'utf16le').swap16().toString('latin1');
  expect(pdfSource(pdf)).toContain(utf16.replace(/[\\()]/g, '\\$&'));
});

test('a long title in a script without blanks is parted into lines that stay on the paper', async () => {
  const pdf = await receiptFor('Ana', '春天的床铺给每一个需要的人'.repeat(8));
  expect(
    pdfText(pdf)
      .split('\n')
      .filter((line) => /春|天|床/.test(line)).length,
  ).toBeGreaterThan(3);
});

test('it is a document for screen readers: PDF/UA, tagged, and what is decoration says so', async () => {
  const pdf = await receiptFor('Ana');
  const source = pdfSource(pdf);
  expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(source).toMatch(/\/Artifact <<\n\/Type \/Pagination\n>> BDC/);
  expect(source).toMatch(/\/Artifact <<\n\/Type \/Layout\n>> BDC/);
  // Everything that is drawn stands between marks.
  let depth = 0;
  for (const line of pdfDrawing(pdf).join('\n').split('\n')) {
    if (/ BMC$| BDC$/.test(line)) depth += 1;
    else if (line === 'EMC') depth -= 1;
    else if (/ TJ$|^S$|^f$/.test(line)) expect([line, depth > 0]).toEqual([line, true]);
  }
  expect(depth).toBe(0);
});
