import type { LocaleName } from '@upstander/identity';

const en = {
  title: (year: number) => `Your gifts in ${year}`,
  file: (year: number) => `gifts-${year}.pdf`,
  from: 'Received from',
  gifts: 'Number of gifts',
  total: (currency: string) => `Total in ${currency}`,
  made: 'Date of this statement',
  date: 'Date',
  campaign: 'Given for',
  receipt: 'Receipt',
  amount: 'Amount',
  inKind: 'in kind, not valued',
  summary:
    'Amounts are what we received, less what we returned. This is a summary. Each gift has its own receipt, and each payment of a recurring gift is a separate gift. No goods or services were provided in exchange for these gifts, unless the receipt of a gift says otherwise.',
  goods:
    'For some of these gifts you received something in return. The receipt of such a gift says what it was, its estimated value, and what part of the payment may be deductible.',
  page: (n: number, of: number) => `Page ${n} of ${of}`,
};

const es: typeof en = {
  title: (year) => `Tus donaciones de ${year}`,
  file: (year) => `donaciones-${year}.pdf`,
  from: 'Recibido de',
  gifts: 'Número de donaciones',
  total: (currency) => `Total en ${currency}`,
  made: 'Fecha de este resumen',
  date: 'Fecha',
  campaign: 'Para',
  receipt: 'Recibo',
  amount: 'Monto',
  inKind: 'en especie, sin valuar',
  summary:
    'Los montos son lo recibido, menos lo devuelto. Esto es un resumen: cada donación tiene su propio recibo, y cada pago de una donación recurrente es una donación propia. No se entregaron bienes ni servicios a cambio de estas donaciones, salvo que el recibo de una donación diga otra cosa.',
  goods:
    'Por algunas de estas donaciones recibiste algo a cambio. El recibo de esa donación dice qué fue, su valor estimado y qué parte del pago puede ser deducible.',
  page: (n, of) => `Página ${n} de ${of}`,
};

export const statementWords: Record<LocaleName, typeof en> = { en, es };
