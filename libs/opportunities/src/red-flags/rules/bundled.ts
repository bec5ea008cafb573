import { nearbyWords, wordRule, words } from './word-rule.js';

const housingWords =
  'housing|accommodations?|lodging|room_and_board|(?:free|own|shared|private|furnished|small|company)_(?:room|apartment|house|bed|bedroom|trailer)|apartment|dorms?|dormitory|dormitories|bunk_?bed|bunks?|place_to_(?:live|stay|sleep)|living_quarters|motels?|trailer|a_room|a_bed|board';
const offeredWords =
  'part_of|in_the_package|comes_off|provided|included|free|offered|available|arranged|supplied|covered|comes_with|with_(?:the|this)_job|on_site|onsite|taken_care_of|waiting|ready|deducted|next_to|above|organized|organised|guaranteed|for_(?:all_)?(?:staff|workers|everyone|the_crew|the_team)';
const spanishHousingWords =
  'vivienda|alojamiento|hospedaje|(?:un_|su_|el_)?(?:cuarto|cuartito|cuartos)|la_casa_y_la_comida|habitacion|dormitorio|departamento|techo|techo_y_comida|casa_y_comida|lugar_(?:para|donde)_(?:dormir|vivir|quedarse)|cama';
const spanishOfferedWords =
  'incluid[oa]s?|gratis|proporcionad[oa]|se_(?:ofrece|proporciona|da|incluye|descuenta)|ofrecemos|ofrece|damos|tenemos|incluye|incluimos|compartid[oa]s?|por_nuestra_cuenta|a_cargo_(?:de|del|nuestro)|con_el_trabajo|en_el_(?:mismo_)?lugar|de_la_empresa|del_patron|asegurad[oa]|list[oa]';

/** Housing tied to the job: losing one means losing the other. */
export const housingBundled = wordRule('HOUSING_BUNDLED', {
  isIgnoredIfNegated: true,
  any: [
    nearbyWords(`(?:${housingWords}|${spanishHousingWords})`, `(?:${offeredWords}|${spanishOfferedWords})`, 6),
    nearbyWords(
      'we_(?:have|provide|offer|give|arrange|organi[sz]e|supply|find)|you_(?:get|receive|share|will_(?:get|have|share))|comes_with|includes?|offers?|offering|provides?|stay_(?:at|in)|staying_(?:at|in)|live_(?:in|at|above|with)|lives?_(?:in|at)|sleep_(?:in|at)|exchange_for',
      `(?:${housingWords})`,
      3,
    ),
    words(
      'live_in|live_ins|living_in|(?:you|workers|all)_(?:will_|can_)?sleep|sleep_(?:in|on)_(?:the|a|our)|tents_on|(?:catre|litera|colchon)|you_(?:will_|can_|would_)?stay_(?:with|at|in|on)|stay_with_us|(?:place|somewhere|where)_to_(?:stay|sleep|live)|beds?_(?:and_)?(?:\\w+_){0,2}(?:meals|food|board)|(?:your_own|a)_space_in|(?:you_|must_|will_|workers_|everyone_|staff_)live_(?:on_(?:site|the_property)|above|in_(?:our|the)|with_(?:us|the_family|the_other))|sleep_(?:there|on_site|here|over)|four_to_a_room|(?:\\w+_)to_a_room|shared_(?:house|room|apartment|housing)',
    ),
    nearbyWords(
      'ofrecemos|ofrece|damos|da|tenemos|incluye|incluimos|ponemos|le_damos|hay',
      `(?:${spanishHousingWords})`,
      3,
    ),
    words(
      'de_planta|intern[ao]|quedarse_a_dormir|se_queda_a_dormir|se_duerme_(?:en|ahi|alla|aqui)|dorm(?:ir|iria|ira)_(?:en_(?:la|el|casa)|ahi|alla|aqui)|vive_con_(?:las|los|nosotros|la_familia)|vivir_(?:en_(?:la|el)|con_(?:la|el|las|los|nosotros)|ahi|alla|arriba)|vive_(?:arriba|ahi|alla|en_el_mismo)|cama_adentro|cama_y_comida|comida_y_(?:cama|cuarto|techo)|(?:viva|vivir|vive|vivira)_en_(?:su|mi|la|nuestra)_casa|donde_(?:quedarse|dormir|vivir|llegar|quedarte)|se_quedan?_(?:con|en_(?:la|el|nuestra))|puertas_adentro',
    ),
  ],
});

/** Travel that someone else pays for, books and controls. */
export const travelBundled = wordRule('TRAVEL_BUNDLED', {
  isIgnoredIfNegated: true,
  any: [
    nearbyWords(
      'flights?|plane_tickets?|airfare|bus_tickets?|your_tickets?|the_tickets?|travel|relocation|visas?|passports?|border|h2a|h_2a|h2b',
      'paid|provided|included|free|arrange|arranged|arranges|covered|booked|handled|taken_care_of|sponsor|sponsored|sponsorship|processed',
      5,
    ),
    nearbyWords(
      'we|agency|company|boss|i',
      '(?:(?:will_)?(?:pay|arrange|handle|process|book|sponsor|organi[sz]e|cover|send|get|buy)_(?:[a-z0-9]+_){0,3}(?:flights?|tickets?|airfare|visas?|passports?|travel|relocation))',
      2,
    ),
    words(
      '(?:pick|picks|picked|fly|flies|drive|collect|fetch)_you_(?:up|in|out|over|from|to|at|tonight|yourself)(?:_\\w+){0,3}|travel_(?:with_(?:me|us|the|our)|from_(?:state|city|town)_to)|(?:all_)?expenses_paid|all_expenses|abroad|overseas|cruise_ships?|another_country|(?:meet|meets|meeting)_you_(?:at|in)_(?:\\w+_)?(?:arrivals|airport|station|terminal|border|bus)|(?:ride|trip|journey)_(?:up|out|over|there|is_on_us|included)|book_your_(?:seat|ticket|flight|bus)|(?:do|handle|sort_out|take_care_of|arrange|get)_(?:all_)?(?:the|your)_(?:papers|visa|permit)|we_(?:sort|take_care_of|organi[sz]e|arrange)_everything|from_state_to_state|(?:bus|van|car|plane|truck)_(?:leaves|departs|takes_you|brings_you)|take_you_(?:to_(?:the|a)|there)|our_driver|driver_will|(?:fly|travel|drive)_to_\\w+_and_back|suitcase|(?:camioneta|chofer|encargado)_(?:la|lo|las|los|te|le)_(?:deja|lleva|recoge|trae)|(?:gastos|viaticos)_pagados|(?:van|driver|foreman|boss|bus|crew_leader)_(?:\\w+_){0,2}(?:drops?|collects?|picks?|drives?|takes?|brings?)_(?:you|everybody|everyone|us|the_crew)',
    ),
    nearbyWords(
      'boletos?|pasajes?|vuelos?|viajes?|traslados?|visas?|pasaportes?|h2a|h2b',
      'pagad[oa]s?|incluid[oa]s?|gratis|arreglad[oa]s?|tramitad[oa]s?|por_nuestra_cuenta|corre_por|a_cargo_(?:de|del|nuestro)|por_cuenta_de|pagamos|paga_la|nos_encargamos|cubiert[oa]s?',
      5,
    ),
    nearbyWords(
      'pagamos|arreglamos|tramitamos|mandamos|compramos|cubrimos|conseguimos|ponemos|gestionamos',
      'boletos?|pasajes?|vuelos?|visas?|pasaportes?|viajes?|traslados?|hotel',
      4,
    ),
    words(
      'pas(?:a|an|amos|aran?|aremos)_por_(?:usted|ustedes|ti|ella|ellas|su_casa|tu_casa)|(?:la|lo|las|los|te|le)_(?:recogemos|recoge|llevamos|traemos|mandamos_traer|pasamos_a_(?:buscar|traer))(?:_\\w+){0,3}|salimos_(?:hoy|manana|el|esta)(?:_\\w+){0,3}|salida_inmediata|viajar_con_(?:nosotros|el_equipo)|cruceros?|en_el_extranjero|otro_pais|(?:le|te|les)_(?:sacamos|arreglamos|tramitamos|conseguimos|compramos|pagamos)_(?:\\w+_){0,2}(?:papeles|pasaporte|visa|permiso|residencia|boleto|pasaje)|(?:nosotros_)?(?:nos_encargamos|arreglamos|vemos)_(?:de_)?todo_(?:lo_del_viaje|el_viaje|lo_demas)',
    ),
  ],
});
