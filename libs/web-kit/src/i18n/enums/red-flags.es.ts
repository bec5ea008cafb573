import type { redFlag as english } from './red-flags.en.js';

export const redFlag: typeof english = {
  FEE_ASKED:
    'Parece que pide dinero: por el puesto, la capacitación, el equipo o una visa, o que lo descuenta después del pago. Nadie debe pagar por trabajar; con deudas así se retiene a las personas.',
  MONEY_MOVED:
    'Habla de dinero que pasa por aplicaciones, tarjetas de regalo o la cuenta de otra persona. Así se cobran cuotas y se mueve dinero robado.',
  KEEPS_DOCUMENTS:
    'Habla de un pasaporte o de guardar documentos. Quien guarda los papeles de alguien puede impedirle que se vaya.',
  HOUSING_BUNDLED: 'Parece que el trabajo viene con un lugar para vivir. Quien deja uno perdería el otro.',
  TRAVEL_BUNDLED:
    'Parece que la empresa arregla el viaje: boletos, visa, pasar por la persona. Así se lleva a la gente lejos de quienes la conocen.',
  PAY_TOO_GOOD:
    'El pago está muy por encima de lo que se paga por ese trabajo. Lo que es demasiado bueno suele ser un anzuelo.',
  PAY_UNSTATED:
    'No dice cuánto se paga, o dice que se sabrá después. El pago va en la oferta, antes de que alguien diga que sí.',
  PAY_BELOW_MINIMUM: 'El pago está por debajo del mínimo que permite la ley del lugar.',
  CONTACT_ELSEWHERE:
    'Pide salir de este sitio y comunicarse directamente. Aquí hay alguien de por medio; en otro lado, nadie.',
  PHONE_NUMBER:
    'Trae un número de teléfono, quizá escrito con palabras. Aquí se solicita por el sitio, con alguien de por medio.',
  MAIL_ADDRESS: 'Trae una dirección de correo. Aquí se solicita por el sitio, con alguien de por medio.',
  MESSENGER:
    'Nombra una aplicación de mensajes o una cuenta en ella. Aquí se solicita por el sitio, con alguien de por medio.',
  WEB_ADDRESS: 'Lleva a otra página, donde no podemos ver qué se le pide a la gente.',
  HIDDEN_CHARACTERS: 'Tiene caracteres que nadie puede ver. Se usan para esconder palabras de una revisión como esta.',
  LOOKALIKE_LETTERS:
    'Tiene palabras con letras de otro alfabeto que solo se ven iguales. Se usan para esconder palabras de una revisión como esta.',
  MINORS: 'Parece abierta a menores de 18 años, o dice que la edad no importa.',
  APPEARANCE: 'Pregunta por la apariencia, por fotos o busca mujeres jóvenes, en lugar de lo que el trabajo necesita.',
  NIGHT_ALONE: 'Alguien trabajaría de noche sin nadie más en el lugar.',
  CONTROLS_PEOPLE:
    'Parece aislar a las personas: sin teléfono, sin visitas, sin poder salir, sin avisar a nadie, o con el sueldo retenido.',
  TOO_QUICK: 'Se contrataría o se llevaría a la gente antes de que pueda preguntar algo.',
  NAMES_READERS: 'Nombra a quienes busca con palabras que dirían a cualquiera que mire la pantalla lo que les pasó.',
};
