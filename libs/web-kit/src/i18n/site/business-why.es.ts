import type { businessWhy as english } from './business-why.en.js';

export const businessWhy: typeof english = {
  title: 'Ofrece trabajo seguro',
  lead: 'Un empleo, unas prácticas, una formación: para personas que vuelven a empezar. Tú dices qué ofreces, nosotros comprobamos que sea seguro y una persona de acompañamiento los presenta.',
  begin: 'Empezar',
  signIn: 'Entrar',
  ownPage: 'Tu propia página',
  beginHint: 'Son unos diez minutos. Ten a mano tu número de registro. No hay contraseña y no cuesta nada.',
  give: 'Lo que das',
  gives: [
    'Un trabajo que es lo que dice: el pago, el horario y el lugar.',
    'Una persona con nombre que está a cargo y a quien se puede llamar.',
    'Ninguna pregunta por los huecos de un currículum.',
  ],
  get: 'Lo que recibes',
  gets: [
    'Personas que leyeron tu oferta y dijeron que sí por decisión propia.',
    'Una sola persona de acompañamiento con quien hablar, antes del primer día y después.',
    'Ningún cobro, nunca: ni a ti ni a quienes se postulan.',
  ],
  how: 'Cómo te conocemos',
  steps: [
    {
      title: 'Te registras',
      text: 'Nombre legal, número de registro, dirección, sitio web y quién está a cargo. Una sola página.',
    },
    {
      title: 'Comprobamos',
      text: 'Vemos tu empresa en el registro público, enviamos un correo a tu propio dominio y te llamamos a un número que buscamos nosotros.',
    },
    {
      title: 'Deciden dos personas',
      text: 'Dos personas de nuestro equipo dicen que sí, cada una por su cuenta. Casi todas las empresas tienen respuesta en diez días hábiles, y tu página muestra cómo va.',
    },
    {
      title: 'Cada año, otra vez',
      text: 'La aprobación vale un año. Te escribimos antes de que termine. Si vence, tus ofertas se ocultan hasta que aprobemos otra vez.',
    },
  ],
  never: 'Lo que nunca permitimos',
  nevers: [
    'Cobrar por postularse, por la formación, por el uniforme o por cualquier otra cosa.',
    'Quedarse con el pasaporte, los documentos o el teléfono de alguien.',
    'Vivienda o viajes atados al empleo.',
    'Un pago que no se dice, o que suena demasiado bueno para ser verdad.',
    'Pasar enseguida a hablar por otro lado: un número privado, otra aplicación.',
    'Trabajo para menores de 18 años.',
  ],
  neverText:
    'Una persona de nuestro equipo lee cada oferta antes de que alguien la vea. Si aparece algo de esto, te preguntamos. Si iba en serio, ahí nos despedimos.',
  see: 'Lo que nunca verás',
  sees: [
    'Quién es la persona, a menos que ella quiera decírtelo. Ves el nombre con que quiere que la llamen, lo que decidió compartir y cuándo tiene tiempo.',
    'Su historia, su dirección, su teléfono. Los mensajes pasan por nosotros.',
    'Una presentación que se retiró. Las personas aceptan por escrito y por un tiempo limitado, y pueden cambiar de idea. Entonces desaparece de tu página.',
  ],
  seeText: 'Para ser buen empleador no hace falta saber más. Por favor, no intentes averiguarlo.',
};
