import type { ReceiptWords } from './receipt-words.en.js';

export const receiptEs: ReceiptWords = {
  title: 'Recibo de donación',
  titleInKind: 'Recibo de donación en especie',
  number: 'Número de recibo',
  issued: 'Emitido',
  from: 'Recibido de',
  date: 'Fecha de la donación',
  campaign: 'Para',
  beneficiary: 'Beneficiario',
  method: 'Forma de pago',
  methods: {
    stripe: 'Tarjeta',
    cash: 'Efectivo',
    cheque: 'Cheque',
    bank: 'Transferencia bancaria',
    in_kind: 'En especie',
  },
  intended: 'Donación',
  cover: 'Agregado para cubrir la comisión de la tarjeta',
  returned: 'Devuelto a ti',
  amount: 'Monto recibido',
  inKind: 'Lo que se donó',
  registration: (number) => `Identificación fiscal (EIN) ${number}`,
  noGoods: 'No se entregaron bienes ni servicios a cambio de esta donación.',
  goods: (what, value) =>
    `A cambio de este pago recibiste: ${what}. De buena fe estimamos que su valor es de ${value}.`,
  disclosure: (value, deductible) =>
    `Para el impuesto federal sobre la renta, solo puede ser deducible la parte de tu pago que supera ese valor de ${value}: ${deductible}.`,
  notValued:
    'Describimos lo que donaste y no le ponemos un valor: determinarlo le toca a quien dona, como lo pide el IRS.',
  acknowledgment:
    'Guarda este recibo: para una sola donación de $250 o más el IRS pide un reconocimiento por escrito, y este lo es.',
  instalment: 'Este es un pago de tu donación recurrente. Cada pago es una donación propia, con su propio recibo.',
  partner: (organization, beneficiary) => `${organization} recibió esta donación para ${beneficiary}.`,
  replaces: (number) => `Este recibo reemplaza al número ${number}, que ya no es válido.`,
  void: 'ANULADO',
  voidWords: 'Este recibo ya no es válido.',
  voidReplaced: (number) => `Este recibo ya no es válido. Lo reemplaza el número ${number}.`,
  page: (n, of) => `Página ${n} de ${of}`,
};
