import { excerptOf } from '../text/excerpt.js';
import { phoneIn } from '../text/phone-numbers.js';
import type { RedFlagRule } from './rule.js';
import { nearbyWords, wordRule, words } from './word-rule.js';

const tlds =
  'com|net|org|info|biz|io|co|us|mx|me|ly|app|site|online|shop|store|xyz|link|jobs|work|gl|gg|page|club|live';

export const phoneNumber: RedFlagRule = {
  name: 'PHONE_NUMBER',
  find: ({ texts }) =>
    [...texts].flatMap(([field, text]) => {
      const found = phoneIn(text);
      return found ? [{ field, excerpt: excerptOf(text.raw, found) }] : [];
    }),
};

/** Email addresses, also spelled out. */
export const mailAddress = wordRule('MAIL_ADDRESS', {
  any: [
    /(?<![a-z0-9._%+-])[a-z0-9._%+-]+\s?@\s?[a-z0-9-]+\s?\.\s?[a-z]{2,}/g,
    new RegExp(
      String.raw`(?<![a-z0-9._-])[a-z0-9._-]+\s?(?:[([{<]\s?)?(?:@|\bat\b|\barroba\b)(?:\s?[)\]}>])?\s?[a-z0-9-]+\s?(?:[([{<]\s?)?(?:\.|\bdot\b|\bpunto\b)(?:\s?[)\]}>])?\s?(?:${tlds})\b`,
      'g',
    ),
    /(?:\b(?:at|arroba)\b|@)\W{0,5}(?:g ?mail|hot ?mail|outlook|yahoo|proton ?mail|icloud|live|aol)\b/g,
    /\b(?:g ?mail|hot ?mail|outlook|yahoo|proton ?mail|icloud|aol)\b\W{0,5}(?:\.|dot|punto)\W{0,5}com\b/g,
    words('(?:my|our|mi|nuestro|al|a_mi|to_my|on)_(?:gmail|hotmail|yahoo|correo_personal)'),
  ],
});

/** Messaging apps, where no one can step in. */
export const messenger = wordRule('MESSENGER', {
  any: [
    /what'?s?[^a-z0-9]{0,3}app|w[uh]?a[sz]{1,2}app?\b|g[uü]?ua[sz]{1,2}ap+|\bwasap+\w*|\bwats ?app?\b|\bwhats\b|\bwha?ts? ?up me\b|\bw[sp]pp?\b|\bwsp\b|wa\.me/g,
    /tele[^a-z0-9]{0,3}gr[ae]?m|t\.me\/|\bsnap[^a-z0-9]{0,2}chat\b|\bwe[^a-z0-9]?chat\b|\bviber\b|\bdiscord\b|\bkik\b|\bimo app\b|\btik[^a-z0-9]?tok\b/g,
    words(
      '(?:on|via|by|through|over|use|using|add|download|install|por|en|al|el|la_app|app|de)_signal|signal_(?:app|me|us|number|message)|signal_?(?:only|solo)',
    ),
    /\bsignal\s?[:@]/g,
    words(
      '(?:on|via|through|by|add|find|follow|message|msg|contact|write|search|por|en|al|de|nuestro)_(?:me_on_|us_on_|our_|us_|me_|the_)?(?:facebook|fb|messenger|instagram|insta|ig|snap|face|tiktok|inbox)',
    ),
    /\b(?:snap|ig|insta|fb|telegram|tg|user|usuario)\s?[:@]\s?@?[a-z0-9._]{3,}/g,
    /(?<![a-z0-9._@])@[a-z][a-z0-9._]{2,}/g,
    words(
      'dm_(?:me|us|for|to)|(?:send|slide|drop)_(?:\\w+_)?(?:a_)?dms?|inbox_me|(?:text|message|msg|ping|sms)_(?:me|us|him|her|the_(?:number|manager|owner|boss)|now|today|only|first|\\w+_(?:on|at|for))|text_only|(?:mande|mandeme|mandenos|mandame|mandanos|manda|envieme|envienos|escribame|escribanos|escribame|escribeme|escribenos)_(?:un_|su_|por_|al_|a_|mensaje|inbox|privado|directo|texto|dm)(?:_?\\w+){0,2}|(?:mensaje|msj|texto)_(?:privado|directo|al_(?:privado|inbox|numero))|por_(?:inbox|interno|privado|dm)',
    ),
  ],
});

/** Web addresses that lead away from this site. */
export const webAddress = wordRule('WEB_ADDRESS', {
  any: [
    /https?:\/\/\S+|\bwww\s?\.\s?[a-z0-9-]+/g,
    new RegExp(String.raw`(?<![a-z0-9-])[a-z0-9-]{2,}\.(?:${tlds})(?:\/\S*)?(?![a-z0-9-])`, 'g'),
    new RegExp(String.raw`(?<![a-z0-9-])[a-z0-9-]{2,}\s(?:dot|punto)\s(?:${tlds})\b`, 'g'),
    words(
      'link_in_(?:my_|our_|the_)?bio|qr_code|codigo_qr|google_forms?|bit_?ly|linktree|tiny_?url|our_(?:own_)?(?:web_?form|landing_page)',
    ),
  ],
});

/** Requests to apply somewhere else: the first step of isolating someone. */
export const contactElsewhere = wordRule('CONTACT_ELSEWHERE', {
  isIgnoredIfNegated: false,
  any: [
    words(
      "(?:do_not|dont|don't|never|please_do_not|not_to)_(?:\\w+_){0,2}(?:apply|use|answer|reply|fill|write|message|read)_(?:\\w+_){0,3}(?:here|site|page|website|form|platform|portal|messages)",
    ),
    words(
      "(?:we|i)_(?:do_not|dont|don't|cannot|can't|never)_(?:read|check|answer|see|get|use)_(?:\\w+_){0,2}(?:messages|applications|here|site|page|website|form|platform)|(?:form|site|page|website)_(?:\\w+_){0,4}(?:does_not_work|doesn't_work|is_broken|not_working)|outside_(?:of_)?(?:this|the)_(?:site|page|website|platform|app)|off_(?:this_)?(?:site|platform)|skip_(?:the_)?(?:form|application|advocate|agency|middle)",
    ),
    words(
      '(?:call|phone|ring|text|contact|reach|write|email|e_mail)_(?:me|us|him|her|\\w+_at|directly|direct|now|today_at|the_(?:owner|manager|boss|number)|my_(?:cell|number|phone))(?:_\\w+){0,3}|for_details_call|call_for_(?:details|info|information|more)|(?:my|our)_(?:cell|number|phone)_is|contact_(?:\\w+_)?directly|ask_for_[a-z]+_at|come_(?:straight|directly)_to|meet_(?:me|us|him)_(?:at|in|outside)|tell_you_where|where_to_meet',
    ),
    words(
      '(?:llam[ae]|marqu[ae]|marc[ae]|llamame|llameme|marqueme|marcame|hablame|hableme|escribame|escribeme|escribanos|contacteme|contactame|contactenos|contactanos|buscame|busqueme|agregueme|agregame|agreguenos|agreganos|comuniquese|comunicate)_(?:\\w+_){0,2}(?:al?|por|en|directo|directamente|conmigo|a_[a-z]+|cinco|seis|\\d+|como|ya)(?:_\\w+){0,2}|(?:llamame|llameme|marqueme|marcame|hablame|hableme|escribame|escribeme|contacteme|contactame)',
    ),
    words(
      'no_(?:llene|use|conteste|contestamos|aplique|responda|mande|escriba|leemos|revisamos)_(?:\\w+_){0,4}(?:formulario|sitio|pagina|aqui|por_aqui|mensajes|solicitud)|(?:por|en)_est[ae]_(?:pagina|sitio|medio|portal)_no|fuera_de_(?:est[ae]|la|el)_(?:pagina|sitio|plataforma)|directo_conmigo|trato_directo|le_(?:digo|doy|mando|mandamos)_(?:\\w+_)?(?:el_lugar|la_direccion|la_ubicacion|donde)',
    ),
    /\b(?:text|send|sms|mande|mandar|envie|manda)\b[^.!?\n]{0,30}\b(?:to|al|a) \d{4,6}\b/g,
    words("(?:do_not|dont|don't|never)_mention_(?:this|the)_(?:page|site|ad|website)"),
    words(
      '(?:find|look_for|look_us_up|look_me_up|search_for|reach|add|join|follow)_(?:us|me|our_\\w+)_(?:on|in|at|under|as|through)|reach_(?:me|us)|(?:the|our|my)_(?:phone_|cell_)?number_is|take_down_(?:the|my|our)_number|(?:chat|messaging|message|messenger)_apps?|(?:green|blue)_app|details_(?:there|in_private|privately)',
    ),
    words(
      '(?:nos|me)_(?:encuentra|encuentran|busca|buscas|localiza)_(?:en|como|por)|(?:busque|busca|pregunte|pregunta|pida)_(?:a|por|la)_(?:\\w+_){1,4}(?:en|al)_(?:la_red|las_redes|face|la_aplicacion|el_numero|este_numero)|anote_(?:el|mi|nuestro|este)_numero|(?:mi|nuestro|el|este)_(?:numero|celular|telefono)_(?:es|de_contacto)|(?:aplicacion|app)_(?:\\w+_)?de_(?:mensajes|mensajeria|chat)|red_azul|(?:por|en)_(?:nuestras_)?redes_sociales|en_nuestras_redes|(?:ahi|alla|por_ahi)_le_(?:damos|mandamos|decimos|explicamos)|para_mas_(?:informacion|informes|detalles)_(?:\\w+_)?(?:busque|llame|marque|escriba|mande|contacte|pregunte)',
    ),
    nearbyWords(
      'direccion|ubicacion|address|location',
      'por_(?:mensaje|privado|telefono)|by_(?:text|message|phone)|once_you|later|despues',
      5,
    ),
  ],
});
