import type { LocaleName } from '@upstander/identity';
import { PdfDocument, type LetterheadLook } from '@upstander/files/documents';
import type { ReceiptContent } from '../receipts/receipt-content.js';
import { words as receiptWords } from '../receipts/receipt.texts.generated.js';

export interface ReceiptValidity {
  void: boolean;
  replacedBy: string | null;
}

export function receiptPdf(
  content: ReceiptContent,
  locale: LocaleName,
  issuedAt: Date,
  fate: ReceiptValidity,
  look: LetterheadLook = {},
): Promise<Buffer> {
  const words = receiptWords[locale];
  const paper = new PdfDocument({
    letterhead: { ...look, ...content.issuer },
    title: content.title,
    locale,
    at: issuedAt,
    footer: (page, pages) =>
      [
        content.issuer.name,
        `${words.number} ${content.number}`,
        words.page({ n: String(page), of: String(pages) }),
      ].join('  ·  '),
  });
  if (fate.void) {
    const why = fate.replacedBy === null ? words.voidWords : words.voidReplaced({ number: fate.replacedBy });
    paper.warning(`${words.void}. ${why}`);
  }
  if (content.amount !== null) paper.figure(content.amount);
  paper.facts([...content.facts, [words.issued, content.issuedOn]]);
  for (const statement of content.statements) paper.paragraph(statement);
  return paper.bytes();
}
