import type { money as english } from './money.en.js';

export const money: typeof english = {
  unknown: 'Aún no se sabe',
  ofGoal: (raised, goal) => `${raised} de ${goal}`,
  gifts: (count) => (count === 1 ? '1 donación' : `${count} donaciones`),
  anonymous: 'Anónimo',
  amount: 'Monto',
  campaign: 'Campaña',
  status: 'Estado',
  when: 'Cuándo',
  from: 'Desde',
  until: 'Hasta',
  notAnAmount: 'Escribe un monto, como 25 o 25.50.',
  notZero: 'El monto tiene que ser más que cero.',
  atMost: (amount) => `Como mucho ${amount}.`,
  note: 'Nota',
  reference: 'Referencia',
  by: (name) => `por ${name}`,
  needsSecond: 'Una segunda persona tiene que confirmarlo.',
  ownRequest: 'Lo registraste tú, así que tiene que decidir otra persona.',
  failures: {
    insufficient_funds: 'No había suficiente dinero en la cuenta de la tarjeta.',
    expired_card: 'La tarjeta está vencida.',
    incorrect_cvc: 'El código de seguridad era incorrecto.',
    incorrect_number: 'El número de la tarjeta era incorrecto.',
    authentication_required: 'El banco quiere que la persona confirme el pago.',
    lost_card: 'El banco bloqueó esta tarjeta.',
    processing_error: 'Algo falló en el banco; el siguiente intento suele funcionar.',
    card_not_supported: 'La tarjeta no sirve para este tipo de pago.',
    card_velocity_exceeded: 'La tarjeta llegó a su límite por ahora.',
    fraudulent: 'El banco sospecha un fraude.',
    other: 'El banco lo rechazó sin decir por qué.',
  },
  refundFailed: 'El banco regresó el reembolso.',
  file: {
    choose: 'Elegir un archivo',
    replace: 'Elegir otro',
    drop: 'o suéltalo aquí',
    open: 'Abrir el archivo',
    sending: (name) => `Enviando ${name}…`,
    tooLarge: 'Este archivo pesa más de 10 MB.',
    otherKind: (hint) => `Este tipo de archivo no sirve aquí. ${hint}`,
    chooseAnother: 'Elige otro archivo o sigue sin ninguno.',
    without: 'Seguir sin archivo',
  },
  chart: {
    title: 'El dinero en el tiempo',
    figure: 'Barras de donaciones, reembolsos y comisiones; los mismos números están en «Tabla»',
    view: 'Cómo mostrarlo',
    asChart: 'Gráfica',
    asTable: 'Tabla',
    table: 'El dinero en el tiempo, como tabla',
    summary: (gifts, count, net) =>
      `${gifts} en ${count === 1 ? '1 donación' : `${count} donaciones`}, ${net} después de reembolsos y comisiones`,
    span: { DAY: 'Día', WEEK: 'Semana del', MONTH: 'Mes' },
    unit: 'En pasos de',
    units: { DAY: 'Días', WEEK: 'Semanas', MONTH: 'Meses' },
    count: 'Cuántas',
    gifts: 'Donaciones',
    refunds: 'Reembolsos',
    fees: 'Comisiones',
    net: 'Lo que queda',
    none: 'No se donó nada en este tiempo.',
    what: 'el dinero en el tiempo',
  },
  needs: {
    title: 'El dinero te necesita',
    calm: 'Ningún dinero espera a una persona.',
    since: (when) => `Lo más antiguo espera desde el ${when}`,

    kinds: {
      REFUNDS_TO_APPROVE: (count) =>
        count === 1 ? '1 reembolso espera a una segunda persona' : `${count} reembolsos esperan a una segunda persona`,
      DISPUTES_DUE: (count) => (count === 1 ? '1 disputa necesita respuesta' : `${count} disputas necesitan respuesta`),
      FRAUD_WARNINGS: (count) => (count === 1 ? '1 pago puede ser un fraude' : `${count} pagos pueden ser un fraude`),
      CAMPAIGNS_TO_REVIEW: (count) =>
        count === 1 ? '1 campaña espera revisión' : `${count} campañas esperan revisión`,
      DISBURSEMENTS_TO_APPROVE: (count) =>
        count === 1 ? '1 entrega espera a una segunda persona' : `${count} entregas esperan a una segunda persona`,
      DISBURSEMENTS_OVERDUE: (count) =>
        count === 1
          ? '1 campaña guarda dinero desde hace demasiado'
          : `${count} campañas guardan dinero desde hace demasiado`,
      PAYOUTS_UNCONFIRMED: (count) =>
        count === 1
          ? '1 transferencia de Stripe no está confirmada en el banco'
          : `${count} transferencias de Stripe no están confirmadas en el banco`,
      DIFFERENCES: (count) =>
        count === 1 ? '1 diferencia no tiene explicación' : `${count} diferencias no tienen explicación`,
      BENEFICIARY_CHECKS_DUE: (count) =>
        count === 1 ? 'Toca 1 revisión de un beneficiario' : `Tocan ${count} revisiones de beneficiarios`,
      TAX_NUMBER_MISSING: () => 'Los recibos no muestran el número fiscal (EIN) de la organización: agrégalo',
      PLEDGES_OVERDUE: (count) => (count === 1 ? '1 promesa está vencida' : `${count} promesas están vencidas`),
    },
  },
};
