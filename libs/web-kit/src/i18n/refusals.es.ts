import type { refusals as english } from './refusals.en.js';

export const refusals: typeof english = {
  unknown: 'No funcionó. Inténtalo otra vez; si vuelve a pasar, avisa a la persona que organiza.',
  NOT_FOUND: 'No lo encontramos. Puede que el enlace sea antiguo o que le falte una parte.',
  NOT_SIGNED_IN: 'Primero inicia sesión.',
  NOT_ALLOWED: 'Tu función no permite hacer esto.',
  BAD_INPUT: 'Hay algo en el formulario que necesita otra mirada.',
  TOO_MANY_TRIES: 'Hubo demasiados intentos en poco tiempo. Espera unos minutos y vuelve a intentarlo.',
  IDEMPOTENCY_KEY_REUSED: 'Este formulario ya se envió con otros datos. Revísalos y envíalo una vez más.',

  SIGN_UP_CLOSED: 'Este turno no admite más nombres: ya empezó, o el evento terminó o se canceló.',
  OVERLAPPING_SHIFT: 'Ya tienes un lugar en otro turno a la misma hora. Si prefieres este, cancela antes el otro.',
  SHIFT_STARTED: 'Este turno ya empezó. Si no puedes venir, avisa a quien organiza.',
  ALREADY_CANCELLED: 'Esta inscripción se canceló. Puedes inscribirte de nuevo cuando quieras.',
  SIGNUP_EXPIRED: 'Esta inscripción no se confirmó a tiempo. Puedes inscribirte de nuevo cuando quieras.',
  OFFER_EXPIRED:
    'Se acabó el plazo para este lugar y pasó a la siguiente persona de la fila. Puedes inscribirte de nuevo cuando quieras.',
  NO_OFFER: 'No hay ninguna oferta abierta para esta inscripción.',
  TOO_EARLY: 'Podrás contarnos cómo te fue cuando hayas estado allí.',

  SHIFT_FULL: 'Este turno está completo.',
  ALREADY_SIGNED_UP: 'Esta persona ya está en ese turno.',
  SIGNUP_ENDED: 'Esta inscripción ya no está activa.',
  SHIFT_OF_ANOTHER_EVENT: 'Solo se puede cambiar a las personas entre turnos del mismo evento.',
  CAPACITY_BELOW_TAKEN: 'Ya hay más personas con lugar. Primero quita personas y después baja el número.',
  SHIFT_HAS_SIGNUPS: 'Este turno tiene inscripciones y no se puede quitar. Antes cancélalas o cámbialas de turno.',
  EVENT_NOT_PUBLISHED: 'Nadie ha visto todavía este borrador.',
  EVENT_CLOSED: 'Este evento terminó o se canceló. Cópialo para repetirlo.',
  MAIL_NOT_FAILED: 'Solo se puede reintentar un correo que falló.',

  SIGN_IN_FAILED: 'No funcionó. Revisa lo que escribiste e inténtalo otra vez.',
  SIGN_IN_AGAIN: 'Vuelve a iniciar sesión antes de elegir una contraseña.',
  NOT_HALFWAY: 'Ahora no hay ningún segundo paso pendiente. Inicia sesión.',
  WRONG_CODE: 'Este código no es correcto o ya se usó.',
  SECOND_STEP_ALREADY_SET: 'Tu cuenta ya tiene un segundo paso.',
  ACCOUNT_EXISTS: 'Ya hay una cuenta con este correo. Dale la función a esa cuenta.',
  LAST_ADMIN: 'Es la última persona que administra. Antes nombra a otra.',

  CAMPAIGN_CLOSED: 'Esta campaña no recibe donaciones en este momento.',
  GIFT_TOO_SMALL: 'Es menos que la donación mínima que podemos recibir.',
  PAYMENTS_UNAVAILABLE:
    'No pudimos comunicarnos con el servicio de pagos. No se hizo ningún cobro. Inténtalo de nuevo en un minuto.',
  WEBHOOK_NOT_SIGNED: 'Este mensaje no está firmado por Stripe.',
  GIFT_NOT_PAID: 'Esta donación no está pagada, así que no se puede hacer esto.',
  REFUND_TOO_LARGE: 'Es más de lo que queda de esta donación.',
  GIFT_DISPUTED: 'El banco del donante está decidiendo sobre esta donación. Un reembolso ahora pagaría dos veces.',
  REFUND_DECIDED: 'Alguien ya decidió sobre este reembolso.',
  SECOND_PERSON_NEEDED: 'Esto necesita el visto bueno de otra persona.',
};
