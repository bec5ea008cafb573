import { nearbyWords, wordRule, words } from './word-rule.js';

const feeWords =
  'pack|package|application|registration|recruitment|recruiting|recruiter|enrollment|enrolment|training|processing|placement|admin|administration|administrative|visa|agency|uniform|equipment|kit|materials?|certification|starter|onboarding|holding|insurance|paperwork|badge|medical|course|sign_?up|reservation|joining|membership|introduction|finders?|job|license|clearance|transport|placement|service';
const costWords =
  'training|course|class|uniform|kit|ticket|fare|visa|equipment|tools?|gas|gasoline|fuel|transport|transportation|van|rent|us|fees?|costs?|back|license|materials?|insurance|background_check|medical|exam|paperwork|deposit|knives|scrubs|shoes';
const spanishCostWords =
  'curso|capacitacion|entrenamiento|uniforme|visa|equipo|boleto|pasaje|vuelo|tramites?|examen|materiales?|kit|gasolina|renta|herramientas?|cuota|inscripcion|registro|afiliacion|apertura|gestion|admision|expediente|estudios?|lugar|viaje|reclutamiento|agencia|seguro|credencial|gafete|papeleria|pasaporte|permiso|licencia|deposito(?!_direct[oa])|medico|antes|adelantado|transporte|camioneta';

/** Fees charged to applicants for recruitment, training or equipment, including deductions from pay. */
export const feeAsked = wordRule('FEE_ASKED', {
  isIgnoredIfNegated: true,
  any: [
    words(`(?:${feeWords})_(?:and_\\w+_)?(?:fees?|charges?|deposits?|payments?)`),
    words(
      'fees?_(?:\\w+_)?(?:of|is|are|apply|applies|due|required|refundable|taken|covers?)|(?:small|one_time|low|refundable|upfront|up_front|initial|modest|minimal|entry|flat)_(?:\\w+_)?(?:fee|payment|charge|deposit|investment|contribution|sum)',
    ),
    words(
      '(?:security|refundable|holding)_deposits?|deposit_(?:of|is|required|to_(?:secure|hold|reserve|start))|(?:put_down|leave|pay|send)_(?:(?!direct)\\w+_){0,3}deposits?',
    ),
    nearbyWords(
      'you|candidates?|applicants?|workers?|trainees?|students?',
      `(?:pay|buy|purchase|cover|repay|reimburse|owe|invest_in)_(?:[a-z0-9]+_){0,6}(?:${costWords})`,
      4,
    ),
    words(
      `(?:buy|purchase|order|pay)_(?:your|the|our|for_your|for_the|for_our|a)_(?:own_)?(?:\\w+_){0,2}(?:kit|uniform|starter|course|training|license|materials|inventory|samples?|box|stock|merchandise|products?|ticket|visa)`,
    ),
    nearbyWords(
      'deduct|deducted|deductions?|deduct|taken|comes?_out|coming_out|comes?_off|goes_off|withheld|withhold|subtract|subtracted|docked|dock',
      '(?:pay|wages?|checks?|paychecks?|salary|earnings|tips|commissions?)',
      5,
    ),
    words(
      '(?:pay|paying|paid|work|working|worked)_(?:\\w+_){0,4}(?:back|off)_?(?:to_us|from|with|over|out_of|later|in_(?:installments|instalments)|during|when|once|after|by|as_you)?',
    ),
    words(
      'repay|repaid|repayment|pay_us|owe_us|owes_us|debts?|loans?|we_(?:will_)?(?:lend|advance)_you|advance_(?:\\w+_){0,3}(?:repaid|paid_back)|(?:at|on)_your_own_(?:expense|cost|dime)|out_of_your_(?:own_)?(?:pocket|first|pay|wages)|reimburse_(?:us|the_(?:company|agency))',
    ),
    /\b(?:bring|send|have|wire|transfer)[^a-z0-9.!?]+(?:[a-z]+ ){0,2}(?:\$\s?\d|\d+ ?(?:dollars|dolares|usd)\b)/g,
    words(
      `(?:cuota|cargo|tarifa|costo|pago|deposito|anticipo|inversion|aportacion|cooperacion|comision)_(?:\\w+_)?(?:de|del|por|para|inicial|unico|unica|minimo|minima)_(?:\\w+_){0,3}(?:${spanishCostWords}|apartar|entrada)`,
    ),
    words(
      '(?:cuota|inversion|aportacion|anticipo|pago|deposito)_(?:inicial|unico|unica|minim[ao]|por_adelantado|reembolsable|anticipad[oa])|cuota_(?:\\w+_){0,3}(?:de_\\d+|es)',
    ),
    nearbyWords(
      'usted|ustedes|tu|ud|primero|se|hay_que|tiene_que|tienes_que|debes?|debera|le_toca|cada_quien',
      `(?:pagar?|pagas|pague|comprar?|compras|compre|cubrir|cubre|poner|pone|pongas?|depositar?|deposite)_(?:[a-z0-9]+_){0,5}(?:${spanishCostWords})`,
      3,
    ),
    words(
      `(?:pague|compre|deposite|transfiera|invierta|pagas?_primero)_(?:[a-z0-9]+_){0,5}(?:${spanishCostWords}|nosotros|cuenta)`,
    ),
    words(
      '(?:se|le|les|lo|la|te)_(?:\\w+_)?(?:descuenta|descuentan|descontamos|descontaremos|descontando|rebajan?|quita|quitan)|(?:descontado|descontando|descontamos|descontaremos)|sale_de_(?:su|tu)_(?:sueldo|pago|cheque|raya|semana)',
    ),
    words(
      '(?:nos|me|se)_(?:lo|la|los|las)_(?:\\w+_)?(?:va_)?(?:pagando|paga_despues|pagas_despues|abonando|debe)|(?:va|ira|vas|ir)_(?:pagando|sacando|abonando)|(?:nos|me)_debe|le_prestamos|prestamos?_para|(?:la|su|una)_deuda|prestamo|se_le_(?:regresa|devuelve)_(?:si|al|cuando|despues)|abonos_(?:de|cada|semanales)|endeud\\w+',
    ),
    words(
      '(?:se|te|le|les)_(?:la|lo|las|los|nos)?_?(?:cobramos|cobran|cobra|cobraremos)|depositas?_(?:\\w+_){0,2}\\d+|(?:pagues?|paguen|pagas|pague)_(?:el|la|los|las|su|tu|sus|tus)_(?:\\w+_)?(?:viaje|pasaje|boleto|visa|cuarto|renta|curso|uniforme|deuda|hospedaje|comida)|once_(?:\\w+_){0,6}(?:settled|paid_off|cleared)|costs?_us_to_(?:bring|train|recruit|fly|get|hire)_you|goes?_towards?_(?:what|the_cost)|(?:van_|corre_|corren_)?por_cuenta_(?:suya|de_usted|del_trabajador|tuya)|se_(?:le|les|lo)_(?:apunta|anota|carga)|multas?|you_sign_that|(?:non|not)_?refundable|no_(?:es_|son_)?reembolsables?|taken_off|(?:viaje|pasaje|boleto|vuelo|curso|uniforme|cuarto|renta)_se_(?:paga|cobra|descuenta|va_pagando)|(?:once|until|after)_you_(?:\\w+_){0,4}(?:sold|covered|paid|worked_off)|(?:empiezas?|inicias?|entras?|empieza)_con_(?:\\w+_)?\\d+|con_\\d+_(?:dolares_)?(?:\\w+_){0,3}(?:empiezas?|inicias?|entras?)|what_(?:we|i)_(?:spend|pay|invest|lay_out)_(?:on|for|in)_you|comes?_back_to_us|(?:settle|sort)_(?:it|that|up)_(?:\\w+_)?later|rest_when_you_(?:earn|work|get_paid)|lo_que_(?:\\w+_)?(?:gast\\w+|invert\\w+|invirtamos|pagamos|paguemos|pongamos)_(?:\\w+_)?(?:en|por)_(?:usted|ti|ella)|quedar_a_mano|(?:luego|despues)_(?:nos_)?arreglamos|(?:lo_demas|el_resto)_(?:\\w+_)?(?:paga|pagas|trabajando)|paga_trabajando|con_trabajo_lo_paga',
    ),
    /\b(?:course|class|academy|school|training|program|pack|kit|package|uniform|licen[sc]e|seat|place|curso|clase|academia|escuela|capacitacion|programa|paquete|uniforme|licencia|lugar)\b[^.!?\n]{0,30}\b(?:costs?|is worth|price|vale|cuesta|sale en|precio)\b[^.!?\n]{0,20}\d/g,
    nearbyWords(
      'cobr\\w+|descont\\w+|descuent[ae]\\w*|rebaj\\w+|quita\\w*|deduc\\w+',
      'cheque|sueldo|salario|paga|raya|nomina|semana|quincena',
      4,
    ),
    /\$ ?\d+[^.!?\n]{0,12}\b(?:pack|package|kit|fee|deposit|course|registration|paquete|cuota|curso|inscripcion)\b/g,
  ],
});

/** Money that passes through the applicant's hands or account: a way to collect fees or launder stolen money. */
export const moneyMoved = wordRule('MONEY_MOVED', {
  isIgnoredIfNegated: true,
  any: [
    words(
      'western_union|money_?gram|cash_?app|zelle|venmo|gift_?cards?|bitcoin|crypto|cryptocurrency|money_orders?|paypal|usdt|wire_transfers?|tarjetas?_de_regalo|(?:deposito|pago|transferencia)s?_(?:en|por|al?)_oxxo|criptomonedas?',
    ),
    nearbyWords('your|own|personal', '(?:bank_)?accounts?_(?:and|to|then|for)', 2),
    nearbyWords(
      'receive|collect|get|accept|forward|recibir|recibe|reciba',
      '(?:transfers?|payments?|money|dinero|transferencias?|pagos?)_(?:[a-z]+_){0,3}(?:to|into|in|through|on|a|en)_(?:your|you|su|tu)',
      3,
    ),
    words(
      '(?:send|pass|forward)_(?:the_)?(?:money|rest|funds)_(?:on|to|by|via|through)|(?:reenvi[ae]r?|mandar?|pas[ae]r?)_(?:el_)?(?:dinero|resto)',
    ),
  ],
});
