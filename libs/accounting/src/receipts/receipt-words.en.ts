export const receiptEn = {
  title: 'Donation receipt',
  titleInKind: 'Receipt for a gift in kind',
  number: 'Receipt number',
  issued: 'Issued',
  from: 'Received from',
  date: 'Date of the gift',
  campaign: 'Given for',
  beneficiary: 'Beneficiary',
  method: 'Paid by',
  methods: { stripe: 'Card', cash: 'Cash', cheque: 'Check', bank: 'Bank transfer', in_kind: 'In kind' },
  intended: 'Gift',
  cover: 'Added to cover the card fee',
  returned: 'Returned to you',
  amount: 'Amount received',
  inKind: 'What was given',
  registration: (number: string) => `Tax ID (EIN) ${number}`,
  noGoods: 'No goods or services were provided in exchange for this gift.',
  goods: (what: string, value: string) =>
    `In exchange for this payment you received: ${what}. Our good-faith estimate of its value is ${value}.`,
  disclosure: (value: string, deductible: string) =>
    `For federal income tax purposes, only the part of your payment above that value of ${value} may be deductible: ${deductible}.`,
  notValued: 'We describe what you gave and don’t put a value on it. Under IRS rules, the donor determines the value.',
  acknowledgment:
    'Please keep this receipt. For a single gift of $250 or more, the IRS requires a written acknowledgment, and this is one.',
  instalment: 'This is one payment of your recurring gift. Each payment is a separate gift with its own receipt.',
  partner: (organization: string, beneficiary: string) => `${organization} received this gift for ${beneficiary}.`,
  replaces: (number: string) => `This receipt replaces number ${number}, which is no longer valid.`,
  void: 'VOID',
  voidWords: 'This receipt is no longer valid.',
  voidReplaced: (number: string) => `This receipt is no longer valid. It was replaced by number ${number}.`,
  page: (n: number, of: number) => `Page ${n} of ${of}`,
};

export type ReceiptWords = typeof receiptEn;
