import type { Provider, Type } from '@nestjs/common';
import { AppointmentController } from './appointment.controller.js';
import { Appointments } from './appointments.service.js';
import { ConsultationReader } from './consultation-reader.js';
import { ConsultationRequests } from './consultation-requests.service.js';
import { ConsultationResolver } from './consultation.resolver.js';
import { SealedConsultations } from './sealed-consultations.service.js';

export const consultationsProviders: Provider[] = [
  ConsultationResolver,
  ConsultationRequests,
  SealedConsultations,
  ConsultationReader,
  Appointments,
];

export const consultationsControllers: Type[] = [AppointmentController];
