import type { LocaleName } from '@upstander/identity';

const en = {
  title: 'Certificate',
  file: (slug: string) => `certificate-${slug}.pdf`,
  sentence: (name: string, course: string, whose: string, day: string) =>
    `${name} finished the course “${course}” from ${whose} on ${day} and answered the questions in every lesson correctly.`,
  criteria: (lessons: number) => `Read ${lessons} lessons and answered all questions of each lesson correctly.`,
  person: 'Name',
  course: 'Course',
  day: 'Finished on',
  until: 'Valid until',
  training: 'Training',
  lessons: 'Lessons',
  note: 'It shows what was read and answered. It isn’t a license or a background check.',
  page: (n: number, total: number) => `Page ${n} of ${total}`,
};

const es: typeof en = {
  title: 'Certificado',
  file: (slug) => `certificado-${slug}.pdf`,
  sentence: (name, course, whose, day) =>
    `${name} terminó el curso «${course}» de ${whose} el ${day} y respondió bien a las preguntas de cada lección.`,
  criteria: (lessons) => `Leyó ${lessons} lecciones y respondió correctamente todas las preguntas de cada una.`,
  person: 'Nombre',
  course: 'Curso',
  day: 'Terminado el',
  until: 'Vale hasta el',
  training: 'Acreditación',
  lessons: 'Lecciones',
  note: 'Dice lo que se leyó y se respondió. No es una licencia ni una verificación de la persona.',
  page: (n, total) => `Página ${n} de ${total}`,
};

export const certificateWords: Record<LocaleName, typeof en> = { en, es };
