import type { keys as englishKeys, vault as englishVault } from './keys.en.js';

export const vault: typeof englishVault = {
  passphrase: 'Tu frase',
  passphraseHint: 'Aquella con la que creaste tu llave. No es tu contraseña y nunca sale de esta página.',
  show: 'Mostrar la frase',
  wrong: 'Esa no es la frase de tu llave.',
  failed: 'No se pudo abrir tu llave en este dispositivo. Prueba con otro navegador.',
  unlock: 'Abrir',
  unlocking: 'Abriendo…',
  isOpen: 'Tu llave está en la memoria de esta página.',
  lockNow: 'Guardarla ya',
  noCrypto:
    'Esta página no se abrió por https, y por eso el navegador no presta su cifrado. Abre la administración por su dirección https.',
};

export const keys: typeof englishKeys = {
  title: 'Llaves',
  lead: 'La gente puede sellar lo que escribe en su propio dispositivo. Solo lo abren estas llaves; nuestro servidor no tiene ninguna que pueda usar.',
  what: 'las llaves',
  mine: 'Mi llave',
  mineNone: 'Todavía no tienes llave. Se crea aquí, en este dispositivo, y queda bajo una frase que solo tú sabes.',
  mineHas: 'Tienes una llave.',
  fingerprint: 'Su huella',
  fingerprintHint: 'Léela en voz alta cuando alguien comparta contigo la llave del equipo.',
  locked: 'Está guardada. La necesitas para crear o compartir la llave del equipo y para leer lo sellado.',
  make: 'Crear mi llave',
  making: 'Creando tu llave…',
  made: 'Tu llave está creada. Guarda la frase donde nadie más la encuentre.',
  passphrase: 'Frase',
  passphraseHint:
    'Quince letras por lo menos. No uses tu contraseña. Siete palabras raras sirven; un verso de una canción, no.',
  again: 'La misma otra vez',
  suggest: 'Proponer una',
  suggested: 'Anótala antes de seguir:',
  tooShort: 'Quince letras por lo menos, por favor.',
  differs: 'No son iguales.',
  honestTitle: 'Si pierdes la frase',
  honest:
    'Nadie te la puede devolver: ni administración ni quien hizo este programa. Entonces creas una llave nueva, y alguien que tenga la llave del equipo la comparte otra vez contigo. Si la perdemos todos, lo sellado no lo podrá leer nadie nunca.',
  renew: 'Crear una llave nueva',
  renewTitle: '¿Crear una llave nueva?',
  renewText:
    'Tu llave anterior y su frase ya no servirán. Podrás leer otra vez lo sellado cuando alguien comparta contigo la llave del equipo. Si nadie más la tiene, esos textos se pierden.',
  team: 'La llave del equipo',
  teamNone: 'Todavía no hay, así que lo que la gente escribe lo sella nuestro servidor y no su propio dispositivo.',
  teamNeedsMine: 'Primero crea tu propia llave.',
  teamMake: 'Crear la llave del equipo',
  teamMaking: 'Creando la llave…',
  teamMade:
    'Desde ahora los navegadores sellan para esta llave. Compártela ya con alguien, para que no se pierda contigo.',
  teamSince: (when) => `En uso desde el ${when}`,
  teamHeld: 'La tienes.',
  teamNotHeld: 'Nadie la ha compartido contigo todavía.',
  teamOld: (count) =>
    count === 1
      ? 'Se conserva una llave anterior para los textos que se sellaron con ella.'
      : `Se conservan ${count} llaves anteriores para los textos que se sellaron con ellas.`,
  rotate: 'Crear otra llave del equipo',
  rotateTitle: '¿Crear otra llave para el equipo?',
  rotateText:
    'Hazlo cuando alguien deje el equipo o se pierda un dispositivo. Lo nuevo se sella para la llave nueva; lo anterior se sigue leyendo con la anterior. La nueva solo la tienes tú hasta que la compartas.',
  rotateSubmit: 'Crearla',
  people: 'Quién tiene qué',
  peopleLead: 'Por lo menos dos personas deberían tener la llave del equipo.',
  peopleList: 'Personas del equipo y sus llaves',
  peopleNone:
    'Por ahora eres la única persona de acompañamiento. Pide a administración que dé la función a alguien más: con una sola llave, una frase perdida lo pierde todo.',
  colleague: 'Persona',
  ownKey: 'Su llave',
  teamKey: 'La del equipo',
  hasNone: 'todavía no',
  hasOne: 'creada',
  holds: 'la tiene',
  holdsOld: 'tiene una anterior',
  holdsNot: 'no la tiene',
  share: 'Compartir',
  shareWith: (name) => `Compartir con ${name}`,
  shareText: (name) =>
    `Llama a ${name} y pídele que te lea la huella de su llave. Si es esta, la llave que ves aquí es de verdad la suya.`,
  shareFingerprint: (name) => `Huella de la llave de ${name}`,
  shareSubmit: 'Es la misma: compartir',
  sharing: 'Compartiendo…',
  shared: (name) => `${name} ya tiene la llave del equipo.`,
};
