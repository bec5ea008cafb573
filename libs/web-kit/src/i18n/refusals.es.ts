import type { refusals as english } from './refusals.en.js';

export const refusals: typeof english = {
  unknown: 'No funcionó. Inténtalo otra vez; si vuelve a pasar, avisa a la persona que organiza.',
  NOT_FOUND: 'No lo encontramos. Puede que el enlace sea antiguo o que le falte una parte.',
  NOT_SIGNED_IN: 'Primero inicia sesión.',
  NOT_ALLOWED: 'Tu función no permite hacer esto.',
  BAD_INPUT: 'Hay algo en el formulario que necesita otra mirada.',
  TOO_MANY_TRIES: 'Hubo demasiados intentos en poco tiempo. Espera unos minutos y vuelve a intentarlo.',
  SHIFT_FULL: 'Este turno está completo.',
  SHIFT_OVER: 'Este turno ya empezó, así que no admite más nombres.',
  SHIFT_CLOSED: 'Este turno no admite más nombres.',
  EVENT_CANCELLED: 'Este evento se canceló.',
  EVENT_NOT_OPEN: 'Este evento no admite inscripciones.',
  OVERLAPPING_SHIFT: 'Ya tienes un lugar en otro turno a la misma hora. Si prefieres este, cancela antes el otro.',
  ALREADY_SIGNED_UP: 'Esta persona ya está inscrita en este turno.',
  SIGNUP_ENDED: 'Esta inscripción ya terminó. Puedes inscribirte de nuevo cuando quieras.',
  SIGNUP_EXPIRED: 'Esta inscripción venció. Puedes inscribirte de nuevo cuando quieras.',
  OFFER_EXPIRED:
    'Se acabó el plazo para este lugar y pasó a la siguiente persona de la fila. Puedes inscribirte de nuevo cuando quieras.',
  NOT_OFFERED: 'No hay ninguna oferta abierta para esta inscripción.',
  FEEDBACK_TOO_EARLY: 'Podrás contarnos cómo te fue cuando termine el turno.',
  FEEDBACK_ALREADY_GIVEN: 'Ya tenemos tu respuesta. ¡Gracias!',
  IDEMPOTENCY_KEY_REUSED: 'Este formulario ya se envió con otros datos. Revísalos y envíalo una vez más.',
  CAPACITY_BELOW_TAKEN: 'Ya hay más personas con lugar. Primero quita personas y después baja el número.',
  SHIFT_HAS_SIGNUPS: 'Este turno tiene inscripciones y no se puede quitar. Antes cancélalas o cámbialas de turno.',
};
