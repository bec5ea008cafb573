import type { signIn as english } from './sign-in.en.js';

export const signIn: typeof english = {
  title: 'Entrar',
  lead: 'Para voluntarios, empresas y personal. Te enviamos un código por correo; si es tu primera vez, el mismo código abre tu cuenta.',
  email: 'Correo electrónico',
  send: 'Enviarme un código',
  password: 'El personal con contraseña entra por aquí',
  codeTitle: 'Escribe el código',
  sentTo: (email) =>
    `Si podemos escribir a ${email}, un código de ocho cifras va en camino. Sirve durante diez minutos, y solo en este navegador.`,
  sentLead:
    'Escribe tu correo y el código de ocho cifras de nuestro mensaje. Sirve durante diez minutos, en el navegador que lo pidió.',
  sentAgain: 'Enviamos otro código.',
  code: 'Código',
  enter: 'Entrar',
  noCode: '¿No llega en cinco minutos? Mira en la carpeta de correo no deseado.',
  again: 'Enviar otro código',
  otherAddress: 'Usar otra dirección',
  signOut: 'Cerrar sesión',
  signedOut: 'Cerraste la sesión.',
  signedOutEverywhere: 'Cerraste la sesión en todos los navegadores.',
  signInAgain:
    'Cerraste la sesión aquí. Para cerrarla también en los demás dispositivos, vuelve a entrar y pulsa el botón otra vez: así sabemos que de verdad eres tú.',
  signedInAs: (email) => `Sesión de ${email}`,
  failed: 'No funcionó en este momento. No se perdió nada: pulsa el botón otra vez en un momento.',
  endedTitle: 'Tu sesión se cerró mientras tanto',
  endedText: 'No se perdió nada de lo que escribiste. Entra en otra pestaña, vuelve aquí y pulsa el botón.',
  endedSignIn: 'Entrar en otra pestaña',
  endedSend: 'Enviarlo otra vez',
  puzzle:
    'Se pidieron muchos códigos con esta dirección. Tu dispositivo hace una pequeña cuenta antes de que enviemos otro.',
  puzzleWorking: 'Un momento, tu dispositivo hace una pequeña cuenta…',
  puzzleNoScript:
    'Tu navegador no ejecuta programas y no puede hacer esa cuenta. Inténtalo dentro de una hora, o en otro navegador.',
  errors: {
    codeMissing: 'Escribe el código de nuestro mensaje',
    codeWrong: 'Este código no es correcto o ya venció. Revísalo, o pide que te enviemos otro',
  },
};
