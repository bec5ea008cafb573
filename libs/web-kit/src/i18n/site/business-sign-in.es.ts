import type { businessSignIn as english } from './business-sign-in.en.js';

export const businessSignIn: typeof english = {
  title: 'Entrar',
  lead: 'Le enviamos un código por correo. Si es su primera vez, el mismo código abre su cuenta.',
  email: 'Correo del trabajo',
  emailHint: 'Ahí le escribimos sobre su empresa, y nada más.',
  send: 'Enviarme un código',
  codeTitle: 'Escriba el código',
  sentTo: (email) =>
    `Si podemos escribir a ${email}, un código de ocho cifras va en camino. Sirve durante diez minutos.`,
  sentLead: 'Escriba su correo y el código de ocho cifras de nuestro mensaje. Sirve durante diez minutos.',
  sentAgain: 'Enviamos otro código.',
  code: 'Código',
  enter: 'Entrar',
  noCode: '¿No llega en cinco minutos? Mire en la carpeta de correo no deseado.',
  again: 'Enviar otro código',
  otherAddress: 'Usar otra dirección',
  signOut: 'Cerrar sesión',
  signedInAs: (email) => `Sesión de ${email}`,
  failed: 'No funcionó en este momento. No se perdió nada: pulse el botón otra vez en un momento.',
  endedTitle: 'Su sesión se cerró mientras tanto',
  endedText: 'No se perdió nada de lo que escribió. Entre en otra pestaña, vuelva aquí y pulse el botón.',
  endedSignIn: 'Entrar en otra pestaña',
  endedSend: 'Enviarlo otra vez',
  errors: {
    codeMissing: 'Escriba el código de nuestro mensaje',
    codeWrong: 'Este código no es correcto o ya venció. Revíselo, o pida que le enviemos otro',
  },
};
