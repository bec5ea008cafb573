import type { RedFlagRule } from './rule.js';
import { nearbyWords, wordRule, words } from './word-rule.js';

export const minors = wordRule('MINORS', {
  isIgnoredIfNegated: true,
  any: [
    words(
      '(?:thirteen|fourteen|fifteen|sixteen|seventeen)_(?:or|and|to)_(?:\\w+)|(?:thirteen|fourteen|fifteen|sixteen|seventeen|1[3-7])_(?:(?:and|or)_\\w+_)?(?:is|are)_(?:\\w+_)?(?:ok|okay|fine|perfect|welcome|enough|best)|(?:trece|catorce|quince|dieciseis|diecisiete)_(?:o|a|y)_\\w+_anos|(?:thirteen|fourteen|fifteen|sixteen|seventeen|1[3-7])_years?_olds?|(?:trece|catorce|quince|dieciseis|diecisiete|1[3-7])_anos|(?:kids|teens|teenagers|high_?schoolers|schoolers|youngsters)_(?:\\w+_){0,4}(?:(?:is|are)_)?(?:fine|ok|okay|can_(?:work|come|help|earn|apply))|(?:muchach[oa]s|jovenes|ninos|chic[oa]s|estudiantes)_(?:\\w+_)?de_(?:secundaria|preparatoria|prepa|la_escuela)|desde_(?:chic[oa]s|chiquit[oa]s|nin[oa]s|pequen[oa]s)',
    ),
    words(
      '(?:ages?|aged|girls|boys|students|anyone|anybody|kids)_(?:from_|of_|over_|as_young_as_)?1[3-7](?!_(?:to|and|or|through)_1[3-7]|_(?:hours?|minutes|miles))',
    ),
    /\b1[3-7] ?(?:\+|(?:- ?|to |a |hasta )(?:1[89]|[2-5]\d)\b(?! ?(?:hours?|horas?|hrs?|h\b|minut|people|personas|miles|pounds|kilos|:))|(?:years?(?: old)? )?(?:and|or) (?:up|older|over|above)\b|years? (?:of age )?(?:is|are) (?:fine|ok|enough))/g,
    words(
      '1[3-7]_(?:anos_)?(?:en_adelante|o_mas|y_mas|cumplidos|para_arriba)|desde_(?:los_)?1[3-7]_anos|(?:de|entre)_(?:los_)?1[3-7]_(?:a|y)_(?:1[89]|[2-5]\\d)(?!_(?:horas?|hrs?|h|minutos|personas|kilos))',
    ),
    words(
      '(?:minors|teens?|teenagers?|underage|schoolgirls?|school_girls|young_girls|students_from)_(?:\\w+_){0,2}(?:welcome|ok|okay|wanted|needed|accepted|too|can_(?:apply|work))|(?:hiring|looking_for|want|need|we_take)_(?:\\w+_){0,2}(?:minors|teens|teenagers|schoolgirls|young_girls)|under_18_(?:is_)?(?:ok|okay|fine|welcome|accepted)',
    ),
    words(
      "(?:nobody|no_one|we_(?:do_not|dont|don't|never))_(?:asks?|checks?)_(?:\\w+_){0,3}age|any_age|no_(?:minimum_)?age(?:_limit)?|age_(?:does_not|doesn't|is_not|isn't)_(?:matter|important|a_problem)|(?:la_)?edad_no_(?:importa|es_problema)|sin_limite_de_edad|no_importa_(?:la|su|tu)_edad|cualquier_edad",
    ),
    words(
      'menores_(?:de_edad_)?(?:bienvenid[ao]s|tambien|aceptad[ao]s|pueden)|(?:aceptamos|se_aceptan|buscamos|solicitamos|se_solicitan)_(?:\\w+_)?(?:menores|adolescentes|jovencitas|ninas|quinceaneras|estudiantes_de_secundaria)',
    ),
  ],
});

/** Looks, photos, youth or gender instead of skills. */
export const appearance = wordRule('APPEARANCE', {
  isIgnoredIfNegated: true,
  any: [
    words(
      'attractive|good_looking|goodlooking|pretty|sexy|hot_girls?|slim|petite|curvy|bikini|lingerie|(?:nice|great|good)_(?:body|figure|legs|looks)|model_looks|easy_on_the_eyes|flirty|open_minded|broad_minded|no_(?:boyfriends?|husbands?|attachments|kids|family_ties)|single_(?:women|girls|ladies|females)|unattached',
    ),
    words(
      '(?:girls|young_women|young_ladies|ladies|females?|women)_(?:\\w+_)?(?:only|wanted|needed|1[89]|2\\d|under|between|aged)|(?:looking_for|need|needs|needed|hiring|want|seeking|search_for)_(?:\\w+_)?(?:young_)?(?:girls|females|young_women|young_ladies)',
    ),
    words(
      '(?:ladies|women|girls|females|mujeres|damas|senoritas|muchachas|chicas)_(?:\\w+_){0,4}(?:under|younger_than|up_to|menores_de|hasta|no_mayores_de)_(?:\\w+_)?[23]\\d|under_(?:2\\d|30)|comfortable_(?:around|with)_(?:men|gentlemen|male)|(?:cut|percent|percentage|commission|share)_(?:of|on)_(?:\\w+_){0,3}(?:drinks?|bottles?|buys?|buy_you)|(?:cute|sexy|short|revealing)_(?:outfits?|uniforms?|skirts?|dress(?:es)?)|(?:chavas|chavitas|morras|chamacas)|carinos[ao]s?|complacientes?|affectionate|(?:no_tener|sin|no_tenga)_(?:pareja|novio|marido|esposo)|joven_que_viva|menores_de_(?:2\\d|3\\d)|(?:outgoing|fun|cheerful|bubbly|lovely|charming|young)_(?:ladies|girls|women|females)|(?:like|likes|love|loves)_to_party|dancers?|spoil_you|show_off|mujeres_(?:alegres|coquetas)|animar_(?:reuniones|fiestas|a_los)|after_(?:closing|hours)_is_up_to',
    ),
    nearbyWords(
      'send|with|include|attach|submit|need|want|must_send|bring',
      '(?:full_?body_|recent_|good_|sexy_|a_|some_|your_|full_){0,4}(?:photos?|pics?|pictures?|selfies?|headshots?)',
      3,
    ),
    words(
      '(?:full_body|full_length|swimsuit)_(?:photos?|pics?|pictures?|shots?)|photos?_(?:is_|are_)?(?:required|needed|a_must)|(?:height|weight|measurements)_and_(?:weight|height|measurements|photo)',
    ),
    words(
      'escorts?|companions?|companionship|hostess_(?:club|bar|lounge)|hostesses_(?:\\w+_)?(?:wanted|needed)|(?:needs?|hiring|want|seeking)_(?:\\w+_)?hostesses|for_extras|extras_with|(?:asian|latin|latina|russian|thai|young|new)_girls|girls_(?!and_boys|scouts?|school|soccer|basketball|team|club|softball)\\w+|(?:businessman|gentleman|senor|caballero|empresario)_(?:\\w+_){0,2}(?:seeks|looking|busca|solicita)|(?:and|y)_(?:gifts|regalos)|fichar|(?:exotic|go_go|gogo|pole|club|private)_dancers?|dancers?_(?:wanted|needed)|models?_(?:\\w+_)?(?:wanted|needed)|entertain_(?:\\w+_)?(?:clients|guests|gentlemen|customers)|keep(?:ing)?_(?:\\w+_){0,3}(?:clients|guests|gentlemen|men)_company|discreet|discreto|discreta|discrecion|massage_(?:and|parlou?r|no|girls)|sugar_(?:baby|daddy)|adult_(?:entertainment|content)|cam_?girls?|webcam|only_?fans',
    ),
    words(
      'buena_presencia|buen_cuerpo|bonitas?|guapas?|atractivas?|delgadas?|esbeltas?|simpaticas_y|sexys?|de_buen_ver|mente_abierta|sin_(?:compromisos?|novio|hijos|marido)|solteras?|(?:senoritas?|muchachas?|chicas?|jovencitas?|mujeres_jovenes|damas)_(?:\\w+_){0,4}(?:1[89]|2\\d|guapas?|bonitas?|jovenes|solteras?)|(?:se_(?:solicitan|buscan|necesitan)|buscamos|solicito|solicitamos|busco|necesito|busca|need|needs)_(?:\\w+_)?(?:senoritas?|muchachas?|chicas?|jovencitas?|edecan|edecanes)',
    ),
    nearbyWords(
      'mande|mandele|mandeles|mandar|mandame|mandeme|envie|enviar|enviame|envieme|con|traiga|adjunte|anexe',
      '(?:\\w+_)?(?:fotos?|fotografias?|selfies?)_?(?:de_cuerpo|completo|reciente|recientes|enter[ao])?',
      2,
    ),
    words(
      'edecan|edecanes|damas?_de_compania|acompanar_a_(?:clientes|caballeros|senores|ejecutivos)|acompanantes?|ficheras?|bailarinas?|table_dance|masajistas?_sin|modelos?_(?:para|de)_(?:eventos|catalogo|fotos|lenceria)|hacer_compania|atender_caballeros|compania_a_(?:clientes|caballeros)',
    ),
  ],
});

export const controlsPeople = wordRule('CONTROLS_PEOPLE', {
  any: [
    words(
      "no_(?:cell_?)?phones?|(?:your|all)_(?:cell_)?phones?_(?:\\w+_){0,3}(?:in|into|with)_(?:a|the|our|us)|(?:miles|hours)_(?:to|from)_the_(?:next|nearest)|phones?_(?:\\w+_){0,3}(?:not_allowed|kept|collected|locked|taken|handed)|(?:leave|hand_in|hand_over|give_up|turn_in)_(?:\\w+_){0,2}phones?|no_(?:visitors|visits|guests|outside_contact|contact_with|cell_(?:service|signal|reception))|(?:tell|telling)_(?:nobody|no_one|noone)|(?:do_not|dont|don't|never|without)_(?:tell|telling|mention|talk|inform|informing)_(?:\\w+_){0,3}(?:family|anyone|anybody|friends|parents|husband|boyfriend|social_worker|advocate|others|this|it|it_to)|come_(?:alone|by_yourself)|between_us|our_(?:little_)?secret|keep_(?:this|it)_(?:quiet|secret|between|to_yourself)",
    ),
    nearbyWords(
      'hold|holds|holding|keep|keeps|save|saves',
      '(?:your|their|workers)_(?:\\w+_)?(?:pay|wages|salary|money|earnings|savings|paychecks?)',
      2,
    ),
    words(
      "(?:may_not|cannot|can_not|can't|must_not|not_allowed_to|never|do_not|don't)_(?:leave|go_out|quit)_?(?:the_)?(?:property|site|house|building|premises|lodge|ranch|compound|island|farm|ship|boat|before|until|during|alone|without)?|(?:stay|remain)_(?:on_(?:the_)?(?:property|site|premises)|inside)|one_(?:day|sunday|afternoon)_(?:off_)?(?:a|per|each)_month|locked_(?:gate|doors?|in)|(?:owner|boss|manager|lady|family|he|she)_locks|(?:contract|agreement)_(?:\\w+_){0,6}(?:cannot|can't|may_not|must_not)_(?:be_)?(?:cancel\\w*|broken|ended|quit|left)|no_family_(?:near|nearby|ties|around)|(?:keep|hold|save|look_after|manage)_(?:your|their)_(?:\\w+_)?(?:wages|salary|money|earnings|savings)|curfew|escorted_(?:everywhere|to|at)|lose_(?:your|all)_(?:\\w+_)?(?:pay|wages|deposit|bonus)|penalty|must_finish_the_(?:contract|season)|if_you_(?:leave|quit)_(?:early|before)",
    ),
    words(
      'no_le_(?:avise|diga|digas|cuente|comente)_(?:\\w+_)?(?:a_)?(?:nadie|su_familia|tu_familia|su_esposo|su_pareja)?|sin_(?:avisar|decir|decirle)_(?:\\w+_)?(?:a_)?(?:nadie|su_familia)?|venga_sola|venir_sola|ven_sola|(?:esto|todo)_(?:queda|es)_entre_nosotr[oa]s|no_se_(?:permiten?|aceptan|puede_usar|usa)_(?:\\w+_){0,2}(?:telefonos?|celulares?|celular|visitas|salidas)|(?:sin|no_hay)_(?:telefono|celular|visitas|senal)|se_(?:guardan|recogen|quedan_con)_(?:los_)?(?:telefonos|celulares)|no_(?:puede|pueden|se_puede|debe)_(?:salir|irse|dejar_el)|(?:sale|descansa|descanso)_(?:\\w+_)?(?:un|una)_(?:dia|domingo|vez|tarde)_(?:al|por|cada)_mes|con_(?:llave|candado)|contrato_(?:\\w+_){0,6}no_se_puede_(?:cancelar|romper|dejar|terminar)|(?:guarda|guardan|guardamos|recoge|recogemos)_(?:\\w+_){0,4}(?:celular|celulares|telefono|telefonos)|queda_(?:cerrad[oa]|encerrad[oa])|no_(?:tenga|tengan|tener)_familia|familia_cerca|(?:cuidar|cuida|cuidarle|guarda|guardar|guardarle|administra)_(?:\\w+_){0,4}(?:su_dinero|su_sueldo|sus_ahorros|tu_dinero)|si_se_va_antes_(?:pierde|no_se_le|debe|paga)|pierde_(?:su|el|todo)_(?:sueldo|pago|deposito)',
    ),
  ],
});

/** Hiring before the applicant can ask questions. */
export const hastyHiring = wordRule('TOO_QUICK', {
  any: [
    words(
      'no_(?:interviews?|questions?_asked|questions)|no_id_(?:no_questions|no_problem_no|and_no)|(?:leave|leaves|leaving|depart|departing)_(?:today|tonight|tomorrow|right_now|within_the_hour|sunday_night|this_weekend)|hired_on_the_spot|be_ready_to_(?:leave|go|travel)|pack_(?:a|your)_bag|bring_(?:only|just)_(?:\\w+_)?(?:bag|backpack|clothes)|(?:you_)?start_tonight|able_to_leave',
    ),
    words(
      'sin_(?:entrevista|preguntas|hacer_preguntas)|no_(?:hacemos|se_hacen)_preguntas|sali(?:mos|da|endo)_(?:hoy|manana|inmediata|esta_noche|de_inmediato)|se_va_(?:hoy|manana|esta_noche)|lista_para_(?:salir|viajar|irse)|(?:traiga|traigan|trae|lleve|lleven|lleva)_(?:\\w+_){0,2}(?:maleta|maletas|mochila|mochilas)|empieza_(?:hoy_mismo|esta_noche)',
    ),
  ],
});

const nightAlone = wordRule('NIGHT_ALONE', {
  isIgnoredIfNegated: true,
  any: [
    words(
      '(?:work|working|be|are|is|on_your|by_your|completely|stay|run|running|all)_(?:\\w+_){0,3}(?:alone|own|yourself|solo)|alone_(?:\\w+_){0,3}(?:shift|night|building|store|station|site)|(?:only|sole)_(?:person|one|worker|employee|attendant)|(?:nobody|no_one)_else|alone|sola|solita|solitas|a_solas|by_yourself|on_your_own|all_alone|single_handed|one_person_shift|single_coverage',
    ),
    words(
      '(?:estara|esta|estar|trabaja|trabajar|trabajo|trabajara|queda|quedarse|va_a_estar|cubre|cubrir|atender|atiende|cuidar|usted)_(?:\\w+_){0,3}(?:sol[oa]|solit[oa])|sol[oa]_(?:en|de|por|con|toda)_(?:la_)?(?:noche|bodega|madrugada|turno|tienda|edificio)|no_hay_nadie(?:_mas)?|nadie_mas|(?:unica|unico)_(?:persona|empleada|empleado|encargad[oa]|en|que)|sin_(?:nadie|companer[oa]s)',
    ),
  ],
});
const nightWork =
  /\b(?:nights?|overnight|graveyard|midnight|noche|nocturn[oa]|madrugada|velador|(?:1[0-2]|9|10|11)(?::\d\d)? ?p ?\.?m|2[2-3](?::\d\d)?|medianoche)\b/;

/** Night work without anyone else present. */
export const soloNightWork: RedFlagRule = {
  name: 'NIGHT_ALONE',
  find: (opportunity) => {
    const atNight =
      opportunity.content.nightWork ||
      [...opportunity.texts.values()].some(({ forms }) => nightWork.test(forms[0].text));
    return atNight ? nightAlone.find(opportunity) : [];
  },
};

/** Words that would reveal to onlookers what happened to the reader. */
export const namesReaders = wordRule('NAMES_READERS', {
  any: [
    /\b(?:survivors?|victims?|traffick(?:ed|ing)|rescued (?:women|girls|people)|abused women|prostitut\w+|sobrevivientes?|victimas?|trata|rescatadas?|maltratadas?)\b/g,
  ],
});
