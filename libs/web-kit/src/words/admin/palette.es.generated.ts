// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import type { palette as english } from './palette.en.generated.js';
import { $number, $plural } from '../es.js';

export const palette: typeof english = {
  title: 'Buscar',
  label: 'Buscar pantallas, personas, eventos y dinero',
  hint: 'Una pantalla, un nombre, un evento, una donación…',
  results: 'Resultados',
  groups: {
    actions: 'Acciones',
    screens: 'Pantallas',
    events: 'Eventos',
    fundraisers: 'Campañas',
    gifts: 'Donaciones',
    businesses: 'Empresas',
    accounts: 'Personas',
    volunteers: 'Voluntarios',
  },
  found: ({ count }) => $plural(count, { one: '1 resultado', other: `${$number(count)} resultados` }),
  none: ({ text }) => `No se encontró nada para «${text}».`,
  keysTitle: 'Atajos de teclado',
  keys: {
    search: 'buscar en todo',
    list: 'ir a la búsqueda de la lista',
    help: 'ver estos atajos',
    save: 'guardar el formulario',
    close: 'cerrar lo que está abierto',
    next: 'la siguiente (aprobaciones, requisitos)',
    previous: 'la anterior (aprobaciones, requisitos)',
    choose: 'elegir la fila (requisitos)',
    approve: 'aprobarlo (requisitos)',
    reject: 'rechazarlo (requisitos)',
    back: 'de una revisión a la lista',
  },
  singleKeys: 'Usar atajos de una sola tecla',
  singleKeysHint: 'Desactívalos si presionas teclas sin querer o si le hablas a tu computadora.',
  theme: 'Tema',
  themes: {
    auto: 'Automático',
    light: 'Claro',
    dark: 'Oscuro',
  },
  what: 'los resultados',
  all: 'Ver todos los resultados',
};
