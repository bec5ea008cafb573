import { nearbyWords, wordRule, words } from './word-rule.js';

const documentWords =
  '(?:passports?|(?:original_|travel_)?documents|travel_papers|(?:original_)?papers|ids?|id_cards?|identification|identity_(?:cards?|papers)|visas?|birth_certificates?|social_security_cards?|green_cards?|work_permits?|drivers?_licenses?)';
const spanishDocumentWords =
  '(?:pasaportes?|documentos?(?:_originales)?|papeles|identificacion(?:es)?|credencial(?:es)?|ine|visas?|actas?|licencia|permiso_de_trabajo|cedula)';
const keepWords =
  'keep|keeps|kept|keeping|hold|holds|held|holding|retain|retains|retained|store|stores|stored|take|takes|taken|safeguard|collect|collects|collected|look_after|looks_after|surrender|hand_over|hand_in|leave|give_us|lock|locked|locks|put_away|stay|stays|remain|remains|guard|guarded|turn_in|deposit|submit|hand|hands|give|gives|given|safekeeping|custody';
const spanishKeepWords =
  'guardamos|guardan|guarda|guardar|guardara|guardaremos|retenemos|retiene|retienen|quedamos|quedan|queda|quedarse|quedara|entregar|entregue|entrega|entregas|dejar|deje|deja|dejas|recogemos|recoge|resguardamos|resguarda|resguardo|custodia|custodiamos|tenemos|conservamos|conserva|conservan|recibimos|se_quedan';

/** Keeping someone's passport or documents, which is a way to control that person. */
export const keepsDocuments = wordRule('KEEPS_DOCUMENTS', {
  isIgnoredIfNegated: true,
  any: [
    nearbyWords(
      keepWords,
      `(?:(?:your|their|the_original|original|all|staff|workers?|employees?|everybodys|everyones|each)_(?:\\w+_){0,2}${documentWords})`,
      5,
    ),
    nearbyWords(keepWords, 'passports?', 4),
    nearbyWords(
      `(?:(?:your|their|original|the|all)_(?:\\w+_)?${documentWords}|passports?)`,
      `(?:(?:is|are|will_be|must_be|gets?|stay|stays|remain|remains)_(?:\\w+_){0,2})?(?:${keepWords}|in_(?:our|the)_(?:safe|office)|with_(?:us|the_(?:manager|owner|office|agency|boss)))`,
      4,
    ),
    // A job at a vetted business has nothing to do with anyone's passport, so any mention counts.
    words('travel_documents|documentos_de_viaje|passports?|pasaportes?|matricula_consular'),
    nearbyWords(
      'send|email|upload|text|envie|mande|suba|mandar|enviar',
      `(?:copy|copies|photo|photos|picture|scan|copia|copias|foto|fotos)_(?:of|de)_(?:\\w+_){0,2}(?:${documentWords}|${spanishDocumentWords})`,
      3,
    ),
    nearbyWords(spanishKeepWords, `(?:(?:su|sus|tu|tus|los|las|el|la|un|una)_(?:\\w+_)?)${spanishDocumentWords}`, 5),
    nearbyWords(
      spanishDocumentWords,
      `(?:se_)?(?:${spanishKeepWords}|con_(?:la|el)_(?:encargad[ao]|patron|patrona|supervisor|supervisora|jefe|jefa)|en_(?:la_oficina|la_caja|resguardo))`,
      5,
    ),
  ],
});
