import type { safety as english } from './safety.en.js';

export const safety: typeof english = {
  beforeTitle: 'Trabajo y formación',
  beforeHeading: 'Antes de mirar',
  beforeLead: 'Empleos, formación y otras ofertas de empresas que hemos revisado. Para mirar no necesitas cuenta.',
  before: [
    {
      title: 'Puedes irte en cualquier momento',
      text: '«Salir ya» está arriba en cada página. Con teclado, pulsa Mayús tres veces. Se abre al instante una página del tiempo.',
    },
    {
      title: 'No te seguimos la pista',
      text: 'No anotamos qué miras, y puedes dejar sin responder lo que no quieras contar.',
    },
    {
      title: 'Tu navegador recuerda',
      text: 'No podemos borrar su historial. Si alguien revisa este teléfono o computadora, usa otro.',
    },
  ],
  beforeGo: 'Ir a las ofertas',
  beforeSafely: 'Cómo usar este sitio con seguridad',
  beforeCode: 'Tengo un código y quiero volver a algo',
  beforeTalk: 'Quiero hablar con el equipo legal',
  note: 'Sal cuando quieras: «Salir ya» o Mayús tres veces.',
  title: 'Usar este sitio',
  heading: 'Usar este sitio con seguridad',
  lead: 'Qué podemos hacer para que nadie sepa que estuviste aquí, y qué no.',
  sections: [
    {
      title: 'Salir rápido',
      items: [
        '«Salir ya» está arriba en cada página y abre una página del tiempo. Funciona en todos los navegadores.',
        'Con teclado, pulsa Mayús tres veces, cada una a menos de cinco segundos de la anterior. Para eso el navegador debe tener JavaScript activado, como casi siempre.',
        'Después, «Atrás» no muestra lo que nos escribiste. Sin JavaScript, «Atrás» aún puede abrir una página de ofertas: cierra también esa ventana.',
        'Si vuelves a las ofertas desde otro sitio con «Atrás», se abre otra vez la página del tiempo: quizá lo pulsó otra persona. Para volver, escribe nuestra dirección.',
      ],
    },
    {
      title: 'Lo que no podemos hacer',
      items: [
        'No podemos borrar el historial de tu navegador. Dice que este sitio estuvo abierto y cuándo. Los nombres de estas páginas dicen poco, pero nuestro nombre está en la dirección.',
        'No podemos ver ni detener programas espía. Alguien puede ponerlos en un teléfono o una computadora y ver la pantalla, los mensajes y lo que se escribe, incluso en una ventana privada.',
        'No podemos ocultar la visita a quien paga el teléfono o es dueño de la red. Ve el nombre de este sitio, no las páginas.',
      ],
    },
    {
      title: 'Un dispositivo más seguro',
      items: [
        'Si alguien sabe cosas que no debería saber, quizá vigila tu dispositivo. Haz caso a esa sensación.',
        'Usa uno que esa persona nunca haya tenido en sus manos: en una biblioteca, una escuela, una clínica, o el teléfono de alguien de confianza.',
        'Abre allí una ventana privada y ciérrala al terminar. No entres en tu correo ni en tus cuentas.',
        'No borres un programa espía sin haber hablado antes con alguien: quien lo puso puede darse cuenta.',
      ],
    },
    {
      title: 'El historial de tu dispositivo',
      items: [
        'Una ventana privada («incógnito») no guarda historial cuando la cierras.',
        'Puedes quitar páginas sueltas del historial. Un historial vacío de repente puede llamar la atención.',
        'Los teléfonos guardan también una lista de aplicaciones y ventanas recientes. Cierra ahí esta ventana.',
      ],
    },
    {
      title: 'Cuando te escribimos',
      items: [
        'Te contactamos solo por la vía y a las horas que tú digas, y dejamos recado solo si dices que es seguro.',
        'Un correo nuestro dice que hay un mensaje, y nada de lo que contiene.',
        '¿Nada es seguro? Elige «Vuelvo con mi código». Entonces solo escribimos aquí, y se abre con tus palabras.',
        'Guarda las palabras donde nadie mire, o apréndelas. Quien las tenga puede leer lo que hay.',
      ],
    },
  ],
  talkTitle: '¿Prefieres preguntarle a alguien?',
  talkText:
    'Las líneas de ayuda de abajo saben cómo averiguar si un teléfono está vigilado y cómo organizarse en ese caso.',
  backToOffers: 'Ver las ofertas',
};
