import type { opportunities as english } from './opportunities.en.js';

export const opportunities: typeof english = {
  businessStatus: {
    SUBMITTED: 'Enviada',
    IN_REVIEW: 'En revisión',
    CHANGES_REQUESTED: 'Se pidieron cambios',
    APPROVED: 'Aprobada',
    REFUSED: 'Rechazada',
    LAPSED: 'Caducada',
    SUSPENDED: 'Suspendida',
  },
  businessRole: { OWNER: 'Titular', EDITOR: 'Edición' },
  evidenceKind: {
    REGISTRY: 'Está en el registro público',
    DOMAIN_MAIL: 'Contesta correo en su propio dominio',
    CALL_BACK: 'Contestó en un número que encontramos nosotros',
    ADDRESS: 'La dirección existe',
    REPUTATION: 'Lo que otros dicen de ella',
  },
  approvalKind: { BUSINESS: 'Empresa', OPPORTUNITY: 'Oferta' },
  opportunityKind: { JOB: 'Empleo', INTERNSHIP: 'Prácticas', SKILLS_TRAINING: 'Formación', OTHER: 'Otra' },
  opportunityStatus: {
    DRAFT: 'Borrador',
    IN_REVIEW: 'En revisión',
    CHANGES_REQUESTED: 'Se pidieron cambios',
    PUBLISHED: 'Publicada',
    EXPIRING: 'Vence pronto',
    EXPIRED: 'Vencida',
    FILLED: 'Cubierta',
    WITHDRAWN: 'Retirada',
    REFUSED: 'Rechazada',
  },
  payUnit: {
    HOUR: 'por hora',
    DAY: 'por día',
    WEEK: 'por semana',
    MONTH: 'por mes',
    YEAR: 'por año',
    ONCE: 'por todo',
  },
  harmTag: {
    ISOLATED_SITE: 'Lejos de otras personas',
    DOMESTIC: 'En una casa particular',
    ALCOHOL: 'Con alcohol cerca',
    CASH_HANDLING: 'Se maneja efectivo',
    NIGHT: 'De noche',
  },
};
