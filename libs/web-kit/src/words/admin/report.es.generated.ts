// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import type { report as english } from './report.en.generated.js';
import { $number } from '../es.js';

export const report: typeof english = {
  title: 'Informe',
  lead: 'Cuántas personas preguntaron y recibieron ayuda. Para informes a quienes financian y dirigen: solo totales.',
  what: 'el informe',
  span: 'Periodo',
  spans: {
    '3': 'Tres meses',
    '6': 'Seis meses',
    '12': 'Doce meses',
    '24': 'Dos años',
  },
  print: 'Imprimir',
  between: ({ from, to }) => `Del ${from} al ${to}.`,
  hidden: ({ threshold }) => `Los números menores que ${$number(threshold)} no se muestran, ni aquellos con los que se podrían calcular: en un pueblo pequeño, a tres personas se las reconoce pronto.`,
  fewer: ({ threshold }) => `menos de ${$number(threshold)}`,
  month: 'Mes',
  wholeYear: ({ year }) => `Todo ${year}`,
  running: 'La suma de un año se muestra cuando termina: antes podría delatar un mes pequeño.',
  kinds: {
    APPLICATION: 'Solicitudes',
    CONSULTATION: 'Consultas',
  },
  columns: {
    opened: 'Pedidas',
    introduced: 'Presentadas',
    closed: 'Cerradas',
  },
  noneTitle: 'No hay nada que contar en este periodo',
  noneText: 'Elige uno más largo.',
};
