import type { privacy as english } from './privacy.en.js';

export const privacy: typeof english = {
  title: 'Privacidad',
  lead: (organisation) => `Qué guarda ${organisation} sobre ti en este sitio, para qué, y lo que nunca hacemos.`,
  sections: [
    {
      title: 'Cuando te inscribes',
      items: [
        'Guardamos tu nombre, tu correo, el turno que elegiste y el idioma en que lees. El teléfono, solo si lo das.',
        'Pueden verlos quienes organizan en el grupo local del evento. Nadie más, y ninguna página ni calendario público muestra quién se inscribió.',
        'Te escribimos solo sobre tu inscripción: para confirmarla, recordártela, avisarte de cambios y, después, preguntarte una vez cómo te fue.',
      ],
    },
    {
      title: 'Tu enlace personal',
      items: [
        'El enlace de nuestros mensajes abre tu inscripción sin contraseña. Cuídalo como una llave: quien lo tenga puede cancelar tu lugar.',
        'Si nadie confirma el correo de una inscripción, el lugar se libera solo.',
      ],
    },
    {
      title: 'Cuando donas',
      items: [
        'Guardamos tu nombre, tu correo, el monto, tu mensaje si dejas uno y para qué campaña es. La ley nos pide conservar lo que pertenece a un recibo.',
        'Pagas en una página de Stripe. El número de tu tarjeta va solo a Stripe; aquí nunca lo vemos.',
        'Si marcas «No mostrar mi nombre», ninguna página pública, ninguna lista y ningún correo a otras personas te nombra. Solo lo ve quien lleva las cuentas.',
        'Recibes novedades de una campaña solo si lo marcas, y cada una trae un enlace para detenerlas.',
      ],
    },
    {
      title: 'Cuando buscas trabajo o hablas con nuestro equipo legal',
      items: [
        'Mirar ofertas no deja nada con nosotros. Lo que no quieres ver lo oculta tu propio navegador; nunca nos enteramos.',
        'Cuando respondes a una oferta o pides hablar, guardamos solo lo que escribes: un nombre para usar, una manera segura de contactarte y tus palabras. Queda bajo llave, aparte del resto del sitio. Solo nuestro equipo de apoyo puede abrirlo, y cada vez que lo hace queda anotado.',
        'Una empresa no sabe nada de ti si no lo aceptas por escrito: qué, con quién y hasta cuándo. Puedes retirarlo en cualquier momento, y nada de lo que recibes de nuestra parte depende de eso.',
        'Con tu código puedes leer lo que hay, cambiarlo o borrarlo todo de una vez.',
      ],
    },
    {
      title: 'En tu dispositivo',
      items: [
        'Estas páginas no cargan nada de otras empresas y no cuentan visitas. No hay aviso de cookies porque no hay nada que preguntar.',
        'Ejecutan un pequeño programa nuestro que ayuda a salir más rápido y no guarda nada. Todo funciona también sin él.',
        'Dos páginas tienen otro pequeño programa nuestro: la de hablar con nuestro equipo legal, que cierra con llave lo que escribes antes de enviarlo, y el formulario para donar mientras alguien prueba allí tarjetas robadas, que hace una cuenta.',
        'Si cambias el idioma, una cookie lo recuerda hasta que cierras el navegador. Quien inicia sesión recibe cookies para eso; una de ellas nos permite reconocer el navegador durante medio año, para que nadie que pruebe su dirección le impida entrar. Después de inscribirte en un turno, otra guarda diez minutos el correo que escribiste, para que la página siguiente diga a dónde fue nuestro mensaje.',
        '«Salir ya» las borra y abre una página del tiempo. No puede borrar el historial de tu navegador.',
      ],
    },
    {
      title: 'Lo que nunca hacemos',
      items: [
        'No vendemos ni intercambiamos datos, ni los mostramos a anunciantes.',
        'Aquí no recibimos denuncias de delitos. Para eso están las líneas de ayuda de abajo, que son confidenciales.',
      ],
    },
    {
      title: 'Tú decides',
      items: [
        '¿Quieres saber qué datos tuyos tenemos, corregirlos o pedir que se borren? Escribe al contacto que aparece en el evento o responde a uno de nuestros mensajes.',
      ],
    },
  ],
};
