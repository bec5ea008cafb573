import type { enums as english } from './enums.en.js';

export const enums: typeof english = {
  eventStatus: { DRAFT: 'Borrador', PUBLISHED: 'Publicado', CANCELLED: 'Cancelado', COMPLETED: 'Terminado' },
  signupStatus: {
    CONFIRMED: 'Confirmada',
    WAITLISTED: 'En la fila',
    OFFERED: 'Lugar ofrecido',
    CANCELLED: 'Cancelada',
    EXPIRED: 'Vencida',
  },
  mailStatus: {
    DUE: 'Pendiente',
    SENDING: 'Enviándose',
    SENT: 'Enviado',
    FAILED: 'Con error',
    BOUNCED: 'Rebotado',
    SKIPPED: 'No hizo falta',
  },
  role: {
    ADMIN: 'Administración',
    ADVOCATE: 'Acompañamiento',
    BUSINESS: 'Empresa',
    FINANCE: 'Finanzas',
    MODERATOR: 'Moderación',
    ORGANIZER: 'Organización',
    VOLUNTEER: 'Voluntariado',
  },
};
