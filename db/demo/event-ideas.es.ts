import type { EventIdea } from './event-ideas.js';

const stepFreeTextEs = 'Entrada y baño sin escalones. Hay sillas en todas las mesas.';

export const spanishIdeas = {
  mochilas: {
    title: 'Tarde de mochilas: armamos kits de cuidado',
    summary: 'Llenamos mochilas con lo que hace falta la primera noche fuera de casa.',
    description: `Una muda de ropa, artículos de higiene, un cargador, algo de comer y una tarjeta escrita a mano. Nuestras acompañantes las entregan a personas que tuvieron que salir con prisa.

- No necesitas experiencia: te explicamos todo en cinco minutos.
- Hay café, música y buena compañía.
- En las tarjetas no hablamos del pasado. Un sencillo *«Qué bueno que estás aquí»* es perfecto.`,
    languages: ['es', 'en'],
    minutes: 180,
    bring: 'Zapatos cómodos. Si tienes, artículos de higiene de viaje sin abrir.',
    accessibility: stepFreeTextEs,
    agenda: [
      [0, '', 'Bienvenida con café'],
      [20, '', 'Armamos mochilas'],
      [150, '', 'Escribimos las tarjetas'],
    ],
    shifts: [
      { role: 'Armar mochilas', from: 0, to: 180, capacity: 14 },
      { role: 'Mesa de bienvenida', from: 0, to: 180, capacity: 2, minimumAge: 18 },
    ],
  },
  promotoras: {
    title: 'Taller para promotoras y promotores',
    summary: 'Aprende a dar una charla de veinte minutos en tu iglesia, tu escuela o tu edificio.',
    description: `Practicamos cómo hablar de las señales sin asustar a nadie, cómo responder preguntas difíciles y a dónde acudir. Al final te llevas el material y una compañera con quien dar la primera charla.`,
    languages: ['es'],
    minutes: 240,
    bring: 'Ganas de participar. El almuerzo lo ponemos nosotras.',
    accessibility: `${stepFreeTextEs} Hay un espacio con juegos para niñas y niños.`,
    shifts: [
      { role: 'Participante', from: 0, to: 240, capacity: 18, minimumAge: 18 },
      {
        role: 'Rincón de juegos',
        from: 0,
        to: 240,
        capacity: 3,
        minimumAge: 21,
        note: 'Siempre hay dos personas adultas.',
      },
    ],
  },
  bienvenida: {
    title: 'Bienvenida a nuevas personas voluntarias',
    summary: 'Una hora en línea: quiénes somos, qué puedes hacer y cómo cuidamos a la gente.',
    description: `Empieza por aquí. Te presentamos a los equipos, respondemos todas las preguntas y explicamos las dos reglas que más importan: cada persona decide por sí misma, y lo que sabes de alguien se queda contigo.`,
    languages: ['es'],
    minutes: 75,
    online: true,
    accessibility: 'Con subtítulos automáticos. Puedes dejar la cámara apagada.',
    shifts: [{ role: 'Participante', from: 0, to: 75, capacity: 25 }],
  },
  mercado: {
    title: 'Mesa de información en el mercado',
    summary: 'Reparte tarjetas con el número de la línea de ayuda y escucha.',
    description: `La mayoría toma una tarjeta y sigue su camino. De vez en cuando alguien se queda y pregunta. Siempre estarán dos personas juntas, con una guía de una página y alguien del equipo al teléfono.

En la mesa no recibimos denuncias: indicamos la línea de ayuda, que atiende día y noche en más de 200 idiomas.`,
    languages: ['es', 'en'],
    minutes: 240,
    bring: 'Gorra y agua. La carpa y la mesa las llevamos nosotras.',
    accessibility: 'Piso parejo y pavimentado. Hay banquitos para sentarse.',
    shifts: [
      { role: 'Primera mitad', from: 0, to: 120, capacity: 3 },
      { role: 'Segunda mitad', from: 120, to: 240, capacity: 3 },
    ],
  },
  traduccion: {
    title: 'Noche de traducción: inglés y español',
    summary: 'Ponemos en buen español las hojas que la gente de verdad lee.',
    description: `En línea y en parejas: una persona traduce, la otra lee en voz alta. Esta vez: la hoja de derechos en el trabajo y las tarjetas para la lavandería.`,
    languages: ['es', 'en'],
    minutes: 120,
    online: true,
    accessibility: 'Con subtítulos automáticos.',
    shifts: [{ role: 'Traducir y leer', from: 0, to: 120, capacity: 12 }],
  },
} as const satisfies Record<string, EventIdea>;
