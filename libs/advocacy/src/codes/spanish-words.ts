/**
 * Words of Spanish reply codes: the Spanish list of Bitcoin's BIP 39 (MIT), without those that `excluded-prefixes.ts` excludes
 * and without ñ, which some keyboards lack. The list is shorter than the English one, so a code has five words. No word
 * begins with another, with or without accents.
 */
export const spanishWords: readonly string[] = `
ábaco abeja abierto abono abrazo abrir acabar academia acceso acción aceite acelga acento aceptar ácido aclarar activo
acto actriz actuar acudir acuerdo admitir adoptar adorno aéreo afectar afición afinar afirmar ágil agitar agosto
agregar agua águila aguja aire ajedrez ajuste alba álbum alcalde aldea alegre aleta alfiler alga algodón aliado alivio
almeja almíbar alto altura alumno alzar amapola amasar ámbar ámbito ameno amigo amistad amparo amplio ancho ancla
andar andén ángulo anís anotar antena antiguo antojo anual anular anuncio aparato apetito apio aplicar aporte apoyo
aprender aprobar arado arar árbitro árbol arbusto archivo arco ardilla arduo área árido aries armonía aroma arpa
arreglo arroz arte artista asado ascenso asegurar aseo asesor asiento asistir asombro astilla astro astuto asumir
asunto atajo atento ático atleta átomo atraer atún audaz audio auge aula aumento autor avance avellana avena avestruz
avión ayer ayuda azafrán azúcar azufre azul babor bache bahía baile bajar balcón balde bambú banda barco barniz barro
báscula batería batir batuta baúl bazar bebida bien blanco bloque blusa boa bobina bocina boina bola bolero bondad
bonito bonsái borde bosque bote bóveda bravo brazo brecha breve brillo brinco brisa broca broma bronce brote buceo
bucle bueno buey bufanda bufón búho bulto burbuja butaca buzón caballo cabeza cabina cabra cacao café caimán caja
cajón calamar calcio caldo calidad calle calma calor cambio camello camino canela canguro canica canto caoba capaz
capitán capote captar carbón carga carpeta carro carta casa casco castor catorce caudal causa cazo cebolla cedro
célebre célula cemento centro cerca cereza cero certeza césped chaleco champú chancla chapa charla chico chiste
chuleta ciclón cien cierto cifra cima cinco cine cinta ciprés circo ciruela cisne ciudad clamor clan claro clase clave
clima cobre cocción cocina coco código codo cofre cohete colcha colegio colgar colina collar colmo columna comida
cómodo conde conga conocer consejo copa copia corazón corbata corcho cordón coser cosmos costa cráter crear crecer
creído crema cría cromo crónica croqueta cuadro cuarto cuatro cubo cubrir cuchara cuento cuesta cueva cumbre cumplir
cuna cuneta cúpula curioso curso curva danza dar dátil deber década definir delfín deporte derecho desayuno detalle
diadema diamante diana diario dibujo dictar dieta diez digno dilema diluir directo disco doble doce domingo dorado
dorso dos dragón ducha dulce dúo duque durar ébano echar eco ecuador edad edición edificio editor educar efecto eficaz
ejemplo elefante elegir elemento elevar elipse élite elogio emitir emoción enchufe enero enigma enlace entero entrar
envase envío época equipo erizo escolar escribir esencia esfera esfuerzo espejo esquí estar este estilo estufa etapa
ética evaluar evento examen éxito experto explicar exponer fábrica fácil factor faja famoso faraón farol fase favor
fax febrero fecha feliz feria fervor festín fiable ficción ficha fideo fiel fiesta figura fijo fila filete filial
filtro finca finito flecha flor flota fluir flujo flúor fogata fogón folio folleto fondo forma forro fortuna foto
franja frase fresa frío frito fruta fuego fuente funda fútbol futuro gacela gafas gaita gajo gala galería gamba gancho
ganso garaje garza gasolina gato gavilán genio geranio germen gesto gigante gimnasio girar giro glaciar globo goloso
gorra gota goteo grada gráfico grano grasa grillo gris grosor grúa grueso grumo grupo guía guion guiso guitarra gustar
hábil hablar hacer hamaca harina haz hebilla hebra hecho helado helio héroe hierro higiene himno historia hoguera hoja
hora hormiga huerta humano húmedo icono ideal idioma iglú igual imagen imán imitar impar índice informe ingenio inicio
inmenso innato insecto instante interés invierno iris ironía isla islote jabalí jabón jamón jardín jarra jazmín
jornada joya jueves jugador jugo juguete junco jungla junio juntar júpiter justo juvenil kilo koala lado lagarto
laguna lámina lámpara lana lancha langosta lápiz largo lata latir laurel lección lector leer legumbre lejano lento
león leopardo letra leve leyenda libertad libro lienzo límite limón limpio lince lindo línea lino linterna líquido
lista litera litio llama llegar llenar llevar llover lluvia loción lógica logro lomo lonja lote lucir lugar luna lunes
lupa lustro luz maceta madera maduro maestro maíz malla mambo mamut manejar manga manjar manta mapa máquina marco
marea marfil margen mármol marrón martes marzo masivo materia matiz máximo mazorca medalla medio mejor melón memoria
mensaje menú merengue mesón meta meter método metro mezcla miel miembro miga millón mínimo minuto mismo mitad mochila
moción moda modelo molde moler molino monarca mostrar motivo móvil mucho mueble muestra mundo mural muro museo musgo
música nácar nadar naipe naranja narrar natural naval nave navidad néctar neón neto neutro nevar nevera nido niebla
nieto nítido nivel nobleza nómina noria norma norte nota noticia novato novela nube nueve nuez número nutria oasis
obtener ocaso océano ochenta ocho ocre octavo octubre ocupar ocurrir oeste oficio ofrecer oír ola oleada olfato olivo
olla olmo olor onda onza opción ópera opinar oponer optar óptica opuesto orador órbita orden oreja origen orilla oro
orquesta osadía osezno oso otro oveja óxido oxígeno oyente ozono pacto paella página pájaro palabra palco paleta palma
paloma palpar pantera papel papilla parar parcela pared parque párrafo parte paseo paso pasta patio pauta pavo payaso
peatón pecera pedal pedir peine pensar pera percha perico perla pétalo petróleo pez picar pichón piedra pieza pilar
piloto pimienta pino pintor piscina piso pista pizca plata playa plaza pleno pluma plural poco podio poema poesía
poeta polen pollo pomada pomelo pomo pompa poner porción portal posada posible poste prado pregunta prensa previo proa
probar producto profesor pronto puchero pueblo puerta pulpo puma punto puré quedar querer quieto química quince rábano
raíz rama rampa rancho rápido rato rayo reacción realidad rebote receta recoger recreo recurso redondo reducir reforma
refrán regalo regreso reino relevo relieve relleno reloj remar reparto repetir reposo respeto resto resumen retorno
retrato revista riego rienda río risa ritmo rizo roble roce rociar rodar rodeo rojizo rojo romero ropa ropero rosa
rosca rotar rubí rueda ruido rulo rumbo ruta rutina sábado sabio sacar sagaz sala salero salmón salón salsa salto
salud samba sandía sanear saque sardina sartén sauna saxofón sección seco seis selva semana semilla senda sensor
sequía serie sesenta seta setenta siesta siete sílaba silbar silla símbolo sistema sitio situar sodio sólido solución
sondeo sonido sonoro sonrisa sopa soporte sorpresa sorteo superar sur tabique tabla taco talar talco talento talón
tambor tango tapete tapón tarde tarea tarjeta tarot tarro tarta tauro taza tazón teatro techo tecla técnica tejado
tejer tejido tela teléfono tema tenis teoría ternura tetera texto tiempo tienda tierra tigre tijera tilde timbre timo
típico tipo título toalla tocar tocino todo toldo tono toque torneo toro torre tortuga traje tramo trazar trébol
tregua treinta tren tres trigo triunfo trofeo trueno trufa tubería tubo túnel turbina turismo universo uno untar
urbano urbe útil vajilla vale válido valle valor válvula variar vecino vector veinte velero venus verano verbo verde
verso viaje vibrar vídeo vidrio viernes vinagre vista vitamina vivero volcán volumen votar yate yema yeso yodo yoga
yogur zafiro zapato zona zumo
`
  .trim()
  .split(/\s+/);
