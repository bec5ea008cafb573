import type { LocaleName } from '@upstander/identity';

const en = {
  title: 'Hours letter',
  file: (from: string, to: string) => `hours-${from}-${to}.pdf`,
  sentence: (name: string, whose: string, from: string, to: string) =>
    `${name} volunteered with ${whose} between ${from} and ${to}, at the times listed below.`,
  volunteer: 'Volunteer',
  period: 'Period',
  total: 'Total hours',
  times: 'Times',
  made: 'Date of this letter',
  chapters: 'By chapter',
  chapter: 'Chapter',
  date: 'Date',
  what: 'Activity',
  hours: 'Hours',
  count: 'Only hours approved by the chapter are counted.',
  noValue: 'This letter records time. It doesn’t put a monetary value on it, and donated time isn’t a deductible gift.',
  page: (n: number, of: number) => `Page ${n} of ${of}`,
};

const es: typeof en = {
  title: 'Constancia de horas',
  file: (from, to) => `horas-${from}-${to}.pdf`,
  sentence: (name, whose, from, to) =>
    `${name} colaboró como persona voluntaria con ${whose} entre el ${from} y el ${to}, en las fechas de la lista.`,
  volunteer: 'Persona voluntaria',
  period: 'Período',
  total: 'Horas en total',
  times: 'Veces',
  made: 'Fecha de esta constancia',
  chapters: 'Por grupo local',
  chapter: 'Grupo local',
  date: 'Fecha',
  what: 'Qué hizo',
  hours: 'Horas',
  count: 'Solo se cuentan las horas que aprobó alguien responsable del grupo local.',
  noValue:
    'Esta constancia habla de tiempo. No le pone ningún valor en dinero, y el tiempo donado no es una donación deducible.',
  page: (n, of) => `Página ${n} de ${of}`,
};

export const hoursLetterWords: Record<LocaleName, typeof en> = { en, es };

/** Formats a duration: "12 hours 30 minutes". */
export function timeText(locale: LocaleName, minutes: number): string {
  const part = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && part(hours, 'hour'), (rest > 0 || hours === 0) && part(rest, 'minute')]
    .filter(Boolean)
    .join(' ');
}
